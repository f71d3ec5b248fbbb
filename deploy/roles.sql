-- The two roles of hoithi in a PostgreSQL of your own, run once by a superuser: the owner migrates, backs up and restores; the application works.
--   OWNER_PASSWORD=… APPLICATION_PASSWORD=… psql --set ON_ERROR_STOP=1 --file deploy/roles.sql postgres
-- Does no harm where a role or the database is there already: then it keeps what it has. Each start of hoithi gives the application its rights.
\getenv owner_password OWNER_PASSWORD
\getenv application_password APPLICATION_PASSWORD
select format('create role hoithi login createdb password %L', :'owner_password')
where not exists (select from pg_roles where rolname = 'hoithi') \gexec
select format('create role hoithi_application login password %L', :'application_password')
where not exists (select from pg_roles where rolname = 'hoithi_application') \gexec
select 'create database hoithi owner hoithi'
where not exists (select from pg_database where datname = 'hoithi') \gexec
