-- A keyed digest of name and birth date: two rows that share it may be one person, which only a worker can say.
alter table person add column kjennetegn varchar(64);
create index person_kjennetegn on person (kjennetegn);

-- Every answer to whether two rows are one person ('ja', 'nei', 'vetIkke'): who, when, in which case. Rows are only added.
create table person_likhet (
  id     varchar(36) not null primary key,
  en     varchar(36) not null references person (id),
  annen  varchar(36) not null references person (id),
  svar   varchar(10) not null,
  bruker varchar(100),
  sak    varchar(255),
  tid    timestamp with time zone not null
);
create index person_likhet_en on person_likhet (en);
create index person_likhet_annen on person_likhet (annen);
