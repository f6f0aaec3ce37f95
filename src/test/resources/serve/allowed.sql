-- Statements that readers need, one a line; each must be answered.
select region_name, year, scope1_t from mart.carbon_footprint_total where region_code='420000' limit 3
select count(*) from carbon_footprint
select region_name, sum(scope1_t) s, avg(year), median(scope1_t), count(distinct year) from mart.carbon_footprint_total group by 1 order by 2 desc
with a as (select * from mart.trend), b as (select region_code, count(*) n from a group by 1) select * from b join a using(region_code) limit 5
select *, row_number() over (partition by region_code order by year) from carbon_footprint_total
select * from (select region_code, year, scope1_t from carbon_footprint_total) pivot (sum(scope1_t) for year in (2007, 2012))
select region_code from carbon_footprint_total where year in (select max(year) from carbon_footprint_total) and exists (select 1 from mart.trend)
select upper(region_code) || 'x', substring(region_name,1,1), cast(year as string), year/0.5, year % 7, -year, case when year>2010 then 1 else 0 end, coalesce(null,1), nvl(null,2), if(true,1,2), date '2020-01-01' + interval 1 day, current_date(), now(), extract(year from current_date), date_trunc('month', now()), to_date('2020-01-02'), trim(' a '), year between 1 and 3, region_name like '%a', round(1.25,1), concat_ws(',', 'a','b'), split('a,b',',')[0], timestampadd(day,1,now()), datediff(now(), now()), months_between(now(),now()), position('a' in 'ba') from carbon_footprint_total
select 1 union all select 2 except select 3 intersect select 4
select grouping(region_code), region_code, year, sum(scope1_t) from carbon_footprint_total group by cube(region_code, year)
select transform(array(1,2), x -> x+1), filter(array(1,2), x -> x>1), map('a',1)['a'], named_struct('a',1).a
select * from carbon_footprint_total lateral view explode(array(1,2)) t as x
select explode(array(1,2))
select * from explode(array(1,2))
select * from values (1,'a'),(2,'b') as t(x,y)
select current_user(), version(), current_database(), current_catalog()
select current_user(), session_user(), user(), current_schema(), current_release()
select percentile_approx(scope1_t, 0.5), stddev(scope1_t), corr(scope1_t, year), max_by(region_name, scope1_t), first(region_name), any_value(year), percentile_cont(0.5) within group (order by year) from carbon_footprint_total
select region_code, sum(scope1_t) filter (where year>2000), lag(year) over (partition by region_code order by year) from carbon_footprint_total group by region_code, year
select distinct t.* from mart.carbon_footprint_total t, lateral (select t.year+1 as y) l where not l.y = 3 and t.region_code <> '1' and t.year is not null
select * from carbonbook.mart.carbon_footprint_total tablesample (10 percent)
select count(*) from core.meter_day
select count(*), max(month) from core.meter_day where month >= '2000-01'
show databases
show schemas
show tables in mart
show tables
show views in mart
show columns in mart.trend
show functions like 'a*'
show current namespace
describe mart.carbon_footprint_total
describe extended mart.carbon_footprint_total
describe mart.carbon_footprint_total region_code
describe function upper
describe query select 1
describe schema mart
explain extended select * from mart.trend
explain formatted select * from core.meter_day
explain cost select * from core.observation
explain codegen select * from core.observation
use core
select count(*) from observation
use mart
use carbonbook.mart
set spark.sql.session.timeZone=Asia/Shanghai
select current_timezone()
create temporary view mine as select * from carbon_footprint_total
select count(*) from mine
create or replace temp view mine as select 1 a
select * from mine
describe mine
show tables
show views
drop view mine
set spark.sql.ansi.doubleQuotedIdentifiers=true
select "region_name" from mart.carbon_footprint_total limit 1
select try_divide(1,0), try_add(1,2)
select md5('a'), sha2('a',256), hash(1), length('x'), lpad('a',5,'x'), repeat('a',3), regexp_replace('a','a','b'), from_utc_timestamp(now(),'PRC'), date_format(now(),'yyyy'), make_date(2020,1,1), last_day(now())
select * from ops.release limit 1
select * from mart.trend order by 1 limit 2 offset 3
select * from carbon_footprint_total a join carbon_footprint_total b using (region_code, year)
select * from mart.carbon_footprint_total where region_code = '420000';
-- a comment may precede a statement
/* one */ select /* two */ 1 -- three
reset spark.sql.ansi.doubleQuotedIdentifiers
set time zone 'Asia/Shanghai'
set spark.sql.session.timeZone
select * from (values (1), (2)) t(a) order by a nulls last
select * from carbon_footprint_total unpivot (v for k in (scope1_t, scope2_t))
select count(*) from (select * from mart.trend) limit 0
describe table mart.trend
describe formatted mart.trend
show tables in mart like 'carbon*'
select current_schema()
select '${env:HOME}'
select 'select reflect(1); drop table mart.growth'
select current_release(), column, unit, basis, grain, source from mart.dictionary where mart = 'mart.carbon_footprint_total'
select {fn ucase('a')}, {ts '2026-02-28 12:00:00'}, {d '2026-02-28'}, {fn concat({fn lcase('B')}, '{fn x}')} /* {fn y} */
select count(*) from {oj mart.growth g left outer join mart.trend t on g.region_code = t.region_code}
select count(*) from CarbonBook.Mart.Growth
use CarbonBook.Mart
show tables
show columns in growth
use core
show columns in observation
show tables like 'obs*|meter_day'
use mart
create or replace temporary view narrow as select region_code, from_year from growth
show columns in narrow
show tables like 'carbon*|narrow'
drop view narrow
select session_user, region_code from growth where session_user is not null limit 1
select count(*) from growth group by cube(region_code, indicator, sector, unit)
select count(*) from growth group by rollup(region_code, indicator, sector, fuel, unit, price_basis, basis, source, method, origin, status)
select {fn timestampadd(SQL_TSI_DAY, 1, now())}, {fn timestampdiff(SQL_TSI_HOUR, now(), now())}, {fn convert('2', SQL_DOUBLE)}, {fn dayname(now())}, {t '12:00:00'}
select r'\d{d x}', {d '2026-01-01'}, 'a_b' like 'a\_b' {escape '\'}
explain cost select * from mart.growth where value > 1
