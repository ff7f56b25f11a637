/**
 * What Camunda Tasklist lacks for staff: reporting events, seeing whom a task concerns, filters and cards that are there
 * from the start, and a browser that keeps nothing of a form. The pages themselves are in {@code plugin-webapp/forlop}.
 */
package no.forlop.tasklist;
