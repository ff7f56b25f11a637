/**
 * What Camunda Cockpit lacks for managers: deadlines, places, figures, all cases with their course, and a daily mail. Read
 * models in SQL over the application's own tables and the engine's history; every list is paged and read by an index. The
 * pages themselves are in {@code plugin-webapp/forlop-cockpit}.
 */
package no.forlop.cockpit;
