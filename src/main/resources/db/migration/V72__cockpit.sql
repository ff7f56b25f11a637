-- Gjengangertilbudet is part of Enhet for psykisk helse og rus (s0 §6.6.2). Who runs the night places and the sheltered
-- rehabilitation places the sources do not say, so they stay with management.
update plass_type set enhet = 'ephor' where id = 'gjenganger-bolig' and enhet is null;

-- Open tasks of main models from before V70.
update frist set hovedaktivitet = navn
 where hovedaktivitet is null and apen = true and type = 'oppgave' and prosessdefinisjon = forlop_id;
