-- Whoever takes part in a sub-case may open the case that called it: so may the unit's leader, from now and for what is there.
insert into sak_enhet (saksnummer, enhet, forlop, opprettet)
select distinct s.saksnummer, f.ansvar, s.forlop, s.opprettet
  from frist f join sak s on s.prosessinstans = f.rot_prosessinstans
 where f.ansvar is not null
   and not exists (select 1 from sak_enhet e where e.saksnummer = s.saksnummer and e.enhet = f.ansvar);
