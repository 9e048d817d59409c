-- Oracle 10g 及以上：各表空间的容量和已用量（字节），供 weibao probe tablespace 读取。

-- 账号：只读即可。CREATE SESSION，加 SELECT_CATALOG_ROLE；或只授以下各视图的查询权：
--   DBA_TABLESPACES、DBA_DATA_FILES、DBA_TEMP_FILES、DBA_FREE_SPACE、GV_$TEMP_EXTENT_POOL
-- 密码不要写在命令行上：用操作系统认证，或用 Oracle Wallet（sqlplus /@连接名）。

-- 运行（把本文件存为 oracle.sql）：
--   sqlplus -S -L /@ebill @oracle.sql > tablespace.txt
--   weibao probe tablespace tablespace.txt --asset db-ebill --append data/probes/2026Q4/tablespace.csv

-- 已用量：永久表空间和回滚表空间为已分配容量减去空闲区；临时表空间为正在使用的部分。

WHENEVER SQLERROR EXIT FAILURE
WHENEVER OSERROR EXIT FAILURE
SET ECHO OFF FEEDBACK OFF HEADING OFF PAGESIZE 0 LINESIZE 1000 TRIMOUT ON TRIMSPOOL ON VERIFY OFF TIMING OFF TAB OFF

SELECT 'tablespace,allocated_bytes,maximum_bytes,used_bytes' FROM dual;

SELECT '"' || REPLACE(s.tablespace_name, '"', '""') || '",'
       || TO_CHAR(s.allocated, 'FM99999999999999999990') || ','
       || TO_CHAR(s.maximum, 'FM99999999999999999990') || ','
       || TO_CHAR(s.used, 'FM99999999999999999990')
FROM (
  SELECT f.tablespace_name, f.allocated, f.maximum, f.allocated - NVL(e.free, 0) AS used
  FROM (
    SELECT tablespace_name,
           SUM(bytes) AS allocated,
           SUM(CASE WHEN autoextensible = 'YES' AND maxbytes > bytes THEN maxbytes ELSE bytes END) AS maximum
    FROM dba_data_files
    GROUP BY tablespace_name
  ) f
  LEFT JOIN (
    SELECT tablespace_name, SUM(bytes) AS free FROM dba_free_space GROUP BY tablespace_name
  ) e ON e.tablespace_name = f.tablespace_name
  UNION ALL
  SELECT t.tablespace_name, t.allocated, t.maximum, NVL(u.used, 0)
  FROM (
    SELECT tablespace_name,
           SUM(bytes) AS allocated,
           SUM(CASE WHEN autoextensible = 'YES' AND maxbytes > bytes THEN maxbytes ELSE bytes END) AS maximum
    FROM dba_temp_files
    GROUP BY tablespace_name
  ) t
  LEFT JOIN (
    SELECT tablespace_name, SUM(bytes_used) AS used FROM gv$temp_extent_pool GROUP BY tablespace_name
  ) u ON u.tablespace_name = t.tablespace_name
) s
JOIN dba_tablespaces d ON d.tablespace_name = s.tablespace_name AND d.status <> 'OFFLINE'
ORDER BY s.tablespace_name;

EXIT
