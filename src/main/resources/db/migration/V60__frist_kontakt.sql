-- The task is a contact with the person (extension property kontakt=true): one call may serve several cases.
alter table frist add column kontakt boolean default false not null;

create index frist_kontakt on frist (saksnummer, apen, kontakt);
