-- When the person came to the place; it is held from the moment it was assigned.
alter table plass_opphold add column ankommet timestamp with time zone;
