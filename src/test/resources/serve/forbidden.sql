-- Statements that no reader may run, one a line. {dir} is a folder that must stay empty, {lake} the lake's folder.
-- programs
select transform(region_code) using 'touch {dir}/process' as (a string) from mart.carbon_footprint_total
from mart.carbon_footprint_total select transform(region_code) using 'sh -c "touch {dir}/process"' as (a string)
from mart.carbon_footprint_total map region_code using 'touch {dir}/process' as (a string)
from mart.carbon_footprint_total reduce region_code using 'touch {dir}/process' as (a string)
select * from (select transform(1) using 'touch {dir}/process' as (a string)) t
with t as (select transform(1) using 'touch {dir}/process' as (a string)) select * from t
select (select max(a) from (select transform(1) using 'touch {dir}/process' as (a string)) t)
-- files and tables by path
select * from text.`/etc/passwd`
select * from csv.`/etc/passwd`
select * from json.`/etc/passwd`
select * from binaryFile.`/etc/passwd`
select * from parquet.`{lake}/mart/growth`
select * from orc.`{lake}/mart/growth`
select * from delta.`{lake}/mart/growth`
select * from delta.`{lake}/mart/growth` version as of 0
select * from delta.`{lake}/mart/growth@v0`
select * from `text`.`/etc/passwd`
select * from /* a comment */ text.`/etc/passwd`
select * from TEXT . `/etc/passwd`
select 1 where exists (select * from text.`/etc/passwd`)
select 1 in (select value from text.`/etc/passwd`)
select (select max(value) from text.`/etc/passwd`)
select * from mart.growth join text.`/etc/passwd` on true
select * from mart.growth union all select * from text.`/etc/passwd`
with a as (select * from text.`/etc/passwd`) select * from a
with a as (select 1), b as (select * from text.`/etc/passwd`) select * from a
select * from mart.growth g, lateral (select * from text.`/etc/passwd`) x
select * from `/etc/passwd`
select * from `file:///etc/passwd`
select * from jdbc.`jdbc:derby:{dir}/derby;create=true`
select * from avro.`/etc/passwd`
select * from image.`/`
select * from hive.`/etc/passwd`
select * from spark_catalog.text.`/etc/passwd`
select * from carbonbook.text.`/etc/passwd`
table text.`/etc/passwd`
-- other versions and catalogs
select * from mart.growth version as of 0
select * from mart.growth timestamp as of '2020-01-01'
select * from mart.growth for version as of 0
select * from mart.growth for system_time as of '2030-01-01'
select * from mart.`growth@v0`
select * from spark_catalog.default.growth
select * from spark_catalog.mart.growth
select * from global_temp.x
select * from system.information_schema.tables
select * from information_schema.tables
select * from default.growth
select * from mart.growth.history
use spark_catalog
use spark_catalog.default
use nowhere
set catalog spark_catalog
set catalog nowhere
set spark.sql.catalog.evil=org.apache.spark.sql.delta.catalog.DeltaCatalog
set spark.sql.defaultCatalog=spark_catalog
-- changes
insert into mart.growth select * from mart.growth
insert into mart.growth values (1)
insert overwrite mart.growth select * from mart.growth
insert overwrite table mart.growth select * from mart.growth
insert into delta.`{lake}/mart/growth` select * from mart.growth
insert into mart.growth replace where true select * from mart.growth
with t as (select * from mart.growth) insert into mart.growth select * from t
/* select */ insert into mart.growth select * from mart.growth
from mart.growth insert into mart.growth select *
from mart.growth insert overwrite table mart.growth select * insert into mart.growth select *
insert overwrite directory '{dir}/out' using csv select 1
insert overwrite local directory '{dir}/out' using parquet select 1
insert overwrite directory '{dir}/out' stored as textfile select 1
insert overwrite directory using parquet options (path '{dir}/out') select 1
update mart.growth set value = 42
update delta.`{lake}/mart/growth` set value = 42
delete from mart.growth
delete from ops.release
delete from delta.`{lake}/ops/release`
merge into mart.growth using mart.growth s on false when not matched then insert *
merge into delta.`{lake}/mart/growth` t using mart.growth s on true when matched then delete
truncate table mart.growth
load data local inpath '/etc/passwd' into table mart.growth
copy into mart.growth from '/etc/passwd'
-- definitions
create table t (a int)
create table mart.t (a int) using delta
create table t using csv options (path '/etc/passwd')
create table t using parquet location '{dir}/t' as select 1 a
create table delta.`{dir}/t` (a int) using delta
create table t using jdbc options (url 'jdbc:derby:{dir}/derby;create=true', dbtable 't')
create or replace table delta.`{lake}/mart/growth` using delta as select 1 a
replace table mart.growth using delta as select 1 a
create external table t (a int) location '{dir}/t'
create table t like mart.growth
create table t shallow clone delta.`{lake}/mart/growth`
create table delta.`{dir}/t` deep clone delta.`{lake}/mart/growth`
convert to delta parquet.`{lake}/mart/growth`
create view mart.v as select 1
create or replace view mart.growth as select 42 as value
create or replace view mart.carbon_footprint_total as select 42 as scope1_t
create view v as select 1
create global temporary view v as select 1
create temporary view v using text options (path '/etc/passwd')
create temporary view v using csv options (path '/etc/passwd')
create temporary view v as select * from text.`/etc/passwd`
create temporary view v as select reflect('java.lang.System', 'getProperty', 'user.dir')
create temporary table t (a int) using csv options (path '/etc/passwd')
create temporary view v (a) tblproperties ('x' = 'y') as select 1
alter view mart.growth as select 42
alter view mart.growth rename to mart.gone
alter table mart.growth add columns (evil int)
alter table mart.growth set tblproperties ('delta.appendOnly' = 'true')
alter table mart.growth set location '/'
alter table mart.growth rename to mart.gone
alter table mart.growth drop column value
alter table delta.`{lake}/mart/growth` add column (evil int)
alter database mart set location '/'
comment on table mart.growth is 'forged'
comment on schema mart is 'forged'
drop table mart.growth
drop table if exists mart.growth
drop table delta.`{lake}/mart/growth`
drop view mart.growth
drop view if exists mart.growth
drop database mart cascade
drop schema if exists mart cascade
drop namespace mart
create database evil
create schema evil location '{dir}/evil'
create namespace evil
undrop table mart.growth
create index i on table mart.growth (value)
-- maintenance
optimize mart.growth
optimize delta.`{lake}/mart/growth`
vacuum delta.`{lake}/mart/growth` retain 0 hours
vacuum mart.growth
restore table delta.`{lake}/mart/growth` to version as of 0
reorg table delta.`{lake}/mart/growth` apply (purge)
generate symlink_format_manifest for table delta.`{lake}/mart/growth`
fsck repair table mart.growth
msck repair table mart.growth
repair table mart.growth
analyze table mart.growth compute statistics
analyze tables in mart compute statistics
refresh table mart.growth
refresh mart.growth
refresh '{lake}/mart/growth'
refresh function upper
cache table mart.growth
cache lazy table c as select * from mart.growth
cache table c options ('storageLevel' 'DISK_ONLY') select 1
uncache table mart.growth
clear cache
-- what says where files are
describe detail delta.`{lake}/mart/growth`
describe history delta.`{lake}/mart/growth`
describe detail mart.growth
describe history mart.growth
describe delta.`{lake}/mart/growth`
describe formatted text.`/etc/passwd`
describe extended delta.`{lake}/mart/growth`
describe query select * from text.`/etc/passwd`
show create table mart.growth
show table extended in mart like '*'
show tblproperties mart.growth
show partitions mart.growth
show columns in delta.`{lake}/mart/growth`
show catalogs
explain select * from text.`/etc/passwd`
explain extended select * from parquet.`{lake}/mart/growth`
explain insert into mart.growth select * from mart.growth
explain create table t as select 1
explain drop table mart.growth
list jars
list files
list archives
select input_file_name() from mart.growth
select input_file_block_start() from mart.growth
select _metadata from mart.growth
select _metadata.file_path from core.observation
select * from mart.growth where _metadata.file_name is not null
-- Java, jars, functions
select reflect('java.lang.System', 'exit', 1)
select java_method('java.lang.System', 'getProperty', 'user.dir')
select try_reflect('java.lang.System', 'getProperty', 'user.dir')
select upper(reflect('java.lang.System', 'getenv', 'PATH')) from mart.growth
select * from mart.growth where reflect('java.lang.System', 'getenv', 'PATH') is not null
select sum(value) from mart.growth having reflect('java.lang.System', 'getenv', 'PATH') is not null
select 1 order by reflect('java.lang.System', 'getenv', 'PATH')
select transform(array(1), x -> reflect('java.lang.System', 'getenv', 'PATH'))
select system.builtin.reflect('java.lang.System', 'getenv', 'PATH')
select `reflect`('java.lang.System', 'getenv', 'PATH')
select explode(array(reflect('java.lang.System', 'getenv', 'PATH')))
values (reflect('java.lang.System', 'getenv', 'PATH'))
add jar '{dir}/evil.jar'
add jar ivy://org.example:evil:1.0
add file '/etc/passwd'
add archive '{dir}/evil.zip'
delete jar '{dir}/evil.jar'
create function f as 'java.lang.Runtime'
create temporary function f as 'org.apache.hadoop.hive.ql.udf.UDFReflect' using jar '{dir}/evil.jar'
create or replace function f as 'java.lang.Runtime'
create function f() returns int return 1
create temporary function f() returns string return 'x'
create macro m(x int) x
drop function upper
drop temporary function upper
describe function reflect
select xpath('<a/>', 'a')
select xpath_string('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>', 'a')
select from_json('{}', 'a int')
select schema_of_json('{}')
select from_csv('1', 'a int')
select schema_of_csv('1')
select raise_error('x')
select assert_true(false)
select aes_encrypt('a', '0000111122223333')
select spark_partition_id() from mart.growth
select monotonically_increasing_id() from mart.growth
select * from sql_keywords()
select * from range(1000000000000)
select * from read_files('/etc/passwd')
select * from json_tuple('{}', 'a')
select mart.f(1)
-- memory
select repeat('x', 2000000000)
select repeat(repeat(repeat('x', 1000), 1000), 1000)
select repeat('x', cast(value as int)) from mart.growth
select space(2000000000)
select lpad('x', 2000000000, 'y')
select rpad('x', 2000000000, 'y')
select sequence(1, 2000000000)
select explode(sequence(1, 2000000000))
select array_repeat('x', 2000000000)
select collect_list(value) from mart.growth
select collect_set(value) from mart.growth
select stack(1000000000, 1, 2)
select * from stack(1000000000, 1, 2)
select * from mart.growth lateral view stack(1000000000, 1, 2) s as a
select length(format_number(1, 1000000000))
select format_number(value, cast(value as int)) from mart.growth
select percentile_approx(value, 0.5, 2147483647) from mart.growth
select approx_count_distinct(value, 0.000001) from mart.growth
select window(now(), '100 days', '1 microsecond')
select count(*) from mart.growth group by window(now(), '1000000 days', '1 millisecond')
select repeat('x', 500 + 600)
select length(replace(replace(repeat('x', 1000), 'x', repeat('y', 1000)), 'y', repeat('z', 1000)))
select length(regexp_replace(regexp_replace(repeat('x', 1000), 'x', repeat('y', 1000)), 'y', repeat('z', 1000)))
select length(replace(a, 'y', repeat('z', 1000))) from (select replace(repeat('x', 1000), 'x', repeat('y', 1000)) a)
with t as (select replace(repeat('x', 1000), 'x', repeat('y', 1000)) a) select length(replace(a, 'y', repeat('z', 1000))) from t
select length(concat_ws(repeat('x', 1000), split(repeat('a,', 900), ',')))
select length(array_join(split(repeat('a,', 900), ','), repeat('x', 1000)))
select size(flatten(transform(split(repeat('a,', 900), ','), x -> split(repeat('a,', 900), ','))))
select 1 from mart.growth where length(replace(region_code, '', repeat(repeat('x', 1000), 1000))) > 0
select levenshtein(replace(repeat('x', 1000), 'x', repeat('y', 100)), replace(repeat('x', 1000), 'x', repeat('z', 100)))
select length(region_code) from mart.growth group by region_code having max(replace(repeat('x', 1000), 'x', repeat(region_code, 1000))) > ''
-- settings
set
set -v
set spark.sql.warehouse.dir
set spark.sql.warehouse.dir={dir}
set spark.sql.runSQLOnFiles=true
set spark.sql.variable.substitute=true
set spark.sql.extensions=evil
set spark.sql.shuffle.partitions=100000
set spark.master
set spark.driver.memory
set hive.exec.post.hooks=evil
set hivevar:a=b
set system:user.dir=/
set env:HOME=/
set role admin
set `spark.sql.runSQLOnFiles`=true
set mapred.reduce.tasks=100000
reset
reset spark.sql.runSQLOnFiles
set spark.sql.optimizer.excludedRules=all
set spark.databricks.delta.retentionDurationCheck.enabled=false
set var x = 1
-- rights, scripts, several at once
grant all on mart.growth to public
revoke all on mart.growth from public
create role r
show roles
show grant
show current roles
lock table mart.growth shared
unlock table mart.growth
export table mart.growth to '{dir}/x'
import from '{dir}/x'
start transaction
commit
rollback
execute immediate 'drop table mart.growth'
execute immediate 'select reflect(''a'', ''b'')'
declare variable x int default 1
declare x int
begin select 1; end
call system.rollback('mart.growth')
kill query 1
!sh touch {dir}/process
dfs -ls /
source '{dir}/x.sql'
select 1; select 2
select 1; drop table mart.growth
select 1 -- ; drop\n; drop table mart.growth
prepare p as select 1
select * from identifier('text.`/etc/passwd`')
select identifier('reflect')('java.lang.System', 'getenv', 'PATH')
drop table identifier('mart.growth')
select ?
select :x
-- tries with names, scripts and hidden characters
explain formatted with a as (select * from csv.`/etc/passwd`) select * from a
explain select (select count(*) from json.`/etc/passwd`)
with a as (select * from b), b as (select * from text.`/etc/passwd`) select * from a
select * from identifier('mart' || '.growth')
use identifier('spark_catalog')
describe identifier('text.`/etc/passwd`')
show tables in identifier('spark_catalog.default')
declare or replace variable x string default reflect('a', 'b')
set (x) = (select 1)
begin declare x int; select x; end
if 1 = 1 then select 1; end if
select \u0072eflect('java.lang.System', 'getenv', 'PATH')
ｓｅｌｅｃｔ * from text.`/etc/passwd`
select * from table_changes('mart.growth', 0)
select * from cloud_files('/etc/')
select * from mart.growth lateral view outer json_tuple('{}', 'a') a as b
describe history '{lake}/mart/growth'
describe detail '{lake}/mart/growth'
vacuum '{lake}/mart/growth' retain 0 hours dry run
optimize '{lake}/mart/growth'
from mart.growth |> where true
select 1 /*+ broadcast(g) */ from text.`/etc/passwd`
select * from mart.`growth; drop table mart.growth; --`
select * from mart.`growth' or '1' = '1`
select * from mart.`../ops/release`
select `a``b` from mart.growth
use `mart; drop table mart.growth`
-- hints and streams
select /*+ repartition(1000000) */ * from mart.growth
select /*+ broadcast(g) */ * from mart.growth g join mart.growth h on true
select * from stream(mart.growth)
select * from stream mart.growth

-- JDBC's escapes, our own function, the dictionary
select {fn reflect('java.lang.System', 'exit', '1')}
select {fn input_file_name()} from mart.growth
select * from {oj text.`/etc/passwd`}
select {fn ucase((select max(value) from text.`/etc/passwd`))}
{fn drop table mart.growth}
select * from mart.growth where {fn transform(1) using 'touch {dir}/process' as (a string)}
select current_release('x')
create function current_release as 'java.lang.Runtime'
create temporary function current_release as 'java.lang.Runtime'
drop temporary function current_release
insert into mart.dictionary values ('a')
update mart.dictionary set unit = 't'
select * from mart.dictionary version as of 0
select exists(array(replace(repeat('x',1000),'x',repeat('y',900))), x -> length(replace(x,'y',repeat('z',1000))) > 0)
select max(length(regexp_replace(concat(region_code, repeat(repeat('x',60),1000)), '(?=(.*))', '$1'))) from mart.trend
select max(size(regexp_extract_all(concat(region_code,repeat(repeat('x',60),1000)), '(?=(.*))', 1))) from mart.trend
select length(replace(a,'y',repeat('z',1000))) from (select region_code a from mart.trend union all select replace(repeat('x',1000),'x',repeat('y',900)) from mart.trend)
with a0 as (select 1 x), a1 as (select x from a0 union all select x from a0), a2 as (select x from a1 union all select x from a1), a3 as (select x from a2 union all select x from a2), a4 as (select x from a3 union all select x from a3), a5 as (select x from a4 union all select x from a4), a6 as (select x from a5 union all select x from a5), a7 as (select x from a6 union all select x from a6), a8 as (select x from a7 union all select x from a7), a9 as (select x from a8 union all select x from a8), a10 as (select x from a9 union all select x from a9), a11 as (select x from a10 union all select x from a10), a12 as (select x from a11 union all select x from a11), a13 as (select x from a12 union all select x from a12), a14 as (select x from a13 union all select x from a13), a15 as (select x from a14 union all select x from a14), a16 as (select x from a15 union all select x from a15) select count(*) from a16
select (select (select (select (select (select (select (select (select (select (select (select (select (select (select (select (select (select (select (select (select (select (select (select (select (select (select (select (select (select (select (select (select (select (select (select (select (select (select (select (select (select (select (select (select (select (select (select (select (select (select (select (select (select (select (select (select (select (select (select (select 1))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))
-- grouping sets, which Spark writes out before anything can stop it
select count(*) from growth group by cube(region_code, indicator, sector, fuel, unit, price_basis, basis, source, method)
select count(*) from growth group by grouping sets (cube(region_code, indicator, sector, fuel, unit, price_basis, basis, source, method, value, origin, status, series, region_name, indicator_zh, sector_zh, fuel_zh, index_source, classification, from_year, to_year, intervals, first_year))
select count(*) from growth group by grouping sets ((unit), grouping sets (cube(region_code, indicator, sector, fuel, unit, price_basis, basis, source, method)))
select count(*) from growth group by region_code, indicator, sector, fuel, unit, price_basis, basis, source, method with cube
select count(*) from growth group by cube(region_code, indicator, sector, fuel, unit), cube(price_basis, basis, source, method)
select count(*) from growth group by rollup(region_code, indicator, sector), rollup(fuel, unit, price_basis), rollup(basis, source, method), rollup(origin, status, series), rollup(from_year, to_year)
explain select count(*) from growth group by cube(region_code, indicator, sector, fuel, unit, price_basis, basis, source, method)
select (select count(*) from growth group by cube(region_code, indicator, sector, fuel, unit, price_basis, basis, source, method) limit 1)
-- columns that multiply
with a as (select *, *, *, * from growth), b as (select *, *, *, * from a), c as (select *, *, *, * from b), d as (select *, *, *, * from c) select count(*) from d
select struct(*, *, *, *, *, *, *, *, *, *) from (select *, *, *, *, *, *, *, *, *, * from (select *, *, *, *, *, *, *, *, *, *, * from growth))
-- rows that a generator makes
select * from mart.growth lateral view reflect('java.lang.System', 'exit', 1) t as a
select * from mart.growth lateral view outer java_method('java.lang.System', 'exit', 1) t as a
select * from mart.growth lateral view mart.explode(array(1)) t as a
-- EXPLAIN of what is refused
explain select nothing from mart.growth
explain cost select input_file_name() from mart.growth
explain codegen select * from text.`/etc/passwd`
-- values of settings
set spark.sql.session.timeZone=Mars/Olympus
set time zone 'Mars/Olympus'
set spark.sql.ansi.enabled=maybe
set spark.sql.ansi.doubleQuotedIdentifiers=7
-- names
show tables in carbonbook.nothing
show columns in core.nothing
show columns in nothing
-- planning that nothing stops
select count(*) from (select x+x x from (select x+x x from (select x+x x from (select x+x x from (select x+x x from (select x+x x from (select x+x x from (select x+x x from (select x+x x from (select x+x x from (select x+x x from (select x+x x from (select x+x x from (select x+x x from (select x+x x from (select x+x x from (select x+x x from (select x+x x from (select x+x x from (select x+x x from (select x+x x from (select x+x x from (select x+x x from (select x+x x from (select x+x x from (select x+x x from (select x+x x from (select x+x x from (select x+x x from (select x+x x from (select value x from growth))))))))))))))))))))))))))))))) where x > 0
select value as a0, a0*a0 as a1, a1*a1 as a2, a2*a2 as a3, a3*a3 as a4, a4*a4 as a5, a5*a5 as a6, a6*a6 as a7, a7*a7 as a8, a8*a8 as a9, a9*a9 as a10, a10*a10 as a11, a11*a11 as a12, a12*a12 as a13, a13*a13 as a14, a14*a14 as a15, a15*a15 as a16, a16*a16 as a17, a17*a17 as a18, a18*a18 as a19, a19*a19 as a20, a20*a20 as a21, a21*a21 as a22, a22*a22 as a23, a23*a23 as a24, a24*a24 as a25, a25*a25 as a26, a26*a26 as a27, a27*a27 as a28, a28*a28 as a29 from growth limit 1
select sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w, sum(value) over w from growth window w as (partition by region_code order by value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value) limit 1
select value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value+value x from growth group by 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1
-- loops within a row, which nothing stops either
select size(filter(split(repeat('a,',900),','), x -> exists(split(repeat('a,',900),','), y -> exists(split(repeat('a,',900),','), z -> x = z and y <> z))))
select forall(split(repeat('a,',900),','), x -> forall(split(repeat('a,',900),','), y -> forall(split(repeat('a,',900),','), z -> x is not null)))
select size(array_distinct(transform(split(replace(repeat('a',900),'a',repeat('b,',500)),','), (y, i) -> struct(y, i))))
select arrays_overlap(transform(split(replace(repeat('a',900),'a',repeat('b,',500)),','), (y, i) -> struct(i)), transform(split(replace(repeat('a',900),'a',repeat('b,',500)),','), (y, i) -> struct(-i - 1)))
