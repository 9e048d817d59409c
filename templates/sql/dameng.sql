-- 达梦 DM8：各表空间的容量和已用量（字节），供 weibao probe tablespace 读取。

-- 账号：只读即可。授予以下各视图的查询权：DBA_DATA_FILES、DBA_FREE_SPACE（或 SOI 角色）。
-- 密码不要写在命令行上：让 disql 提示输入；定时运行用操作系统认证。

-- 运行（把本文件存为 dameng.sql；反引号是 disql 的写法，单引号防止被 shell 解释）：
--   disql -S 账号 '`dameng.sql' > tablespace.txt
--   weibao probe tablespace tablespace.txt --asset db-ebill --append data/probes/2026Q4/tablespace.csv

-- 输出里只应有一行表头和各表空间的行；多出别的行（如行号、“已用时间”），probe 会指出是第几行，按它调整 SET。
-- HMAIN 等 HTS 表空间没有数据文件，不在其中。

SET ECHO OFF
SET FEEDBACK OFF
SET HEADING OFF
SET LINESHOW OFF
SET TIMING OFF
SET PAGESIZE 0
SET LINESIZE 1000

SELECT 'tablespace,allocated_bytes,maximum_bytes,used_bytes' FROM dual;

SELECT '"' || REPLACE(f.tablespace_name, '"', '""') || '",'
       || CAST(f.allocated AS VARCHAR(30)) || ','
       || CAST(f.maximum AS VARCHAR(30)) || ','
       || CAST(f.allocated - NVL(e.free, 0) AS VARCHAR(30))
FROM (
  SELECT tablespace_name,
         SUM(CAST(bytes AS BIGINT)) AS allocated,
         SUM(CAST(CASE WHEN autoextensible = 'YES' AND maxbytes > bytes THEN maxbytes ELSE bytes END AS BIGINT)) AS maximum
  FROM dba_data_files
  GROUP BY tablespace_name
) f
LEFT JOIN (
  SELECT tablespace_name, SUM(CAST(bytes AS BIGINT)) AS free FROM dba_free_space GROUP BY tablespace_name
) e ON e.tablespace_name = f.tablespace_name
ORDER BY f.tablespace_name;

EXIT
