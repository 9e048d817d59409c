-- MySQL 8.0：各表空间的容量和已用量（字节），供 weibao probe tablespace 读取。

-- 账号：只读即可，需要 PROCESS 权限（GRANT PROCESS ON *.* TO 账号）。
-- 密码不要写在命令行上：用 mysql_config_editor 存成登录路径，或写在只有本人可读的 ~/.my.cnf。

-- 运行（把本文件存为 mysql.sql）：
--   mysql --login-path=ebill --batch --raw --skip-column-names < mysql.sql > tablespace.txt
--   weibao probe tablespace tablespace.txt --asset db-ebill --append data/probes/2026Q4/tablespace.csv

-- 每张表一个文件时，一个库的各文件合为一行，名称是库名；公用、系统和回滚表空间各一行。
-- InnoDB 的文件没有上限时，最大容量等于已分配容量；这时更应看磁盘。

SELECT 'tablespace,allocated_bytes,maximum_bytes,used_bytes';

SELECT CONCAT(
         '"', REPLACE(s.name, '"', '""'), '",',
         CAST(s.allocated AS CHAR), ',',
         CAST(GREATEST(s.maximum, s.allocated) AS CHAR), ',',
         CAST(GREATEST(s.allocated - s.free, 0) AS CHAR))
FROM (
  SELECT SUBSTRING_INDEX(TABLESPACE_NAME, '/', 1) AS name,
         CAST(SUM(TOTAL_EXTENTS * EXTENT_SIZE) AS SIGNED) AS allocated,
         CAST(SUM(COALESCE(MAXIMUM_SIZE, 0)) AS SIGNED) AS maximum,
         CAST(SUM(COALESCE(DATA_FREE, 0)) AS SIGNED) AS free
  FROM information_schema.FILES
  WHERE ENGINE = 'InnoDB' AND TABLESPACE_NAME IS NOT NULL
  GROUP BY SUBSTRING_INDEX(TABLESPACE_NAME, '/', 1)
) s
WHERE s.allocated > 0
ORDER BY s.name;
