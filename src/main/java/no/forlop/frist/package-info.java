/**
 * Deadlines: the working-day calendar, due dates from the pathways' own tables, milestones, warnings and breaches. All date
 * arithmetic of the application is here. The calendar ({@code Kalender}, {@code Virkedager}, {@code Varighet}, {@code
 * Tidsenhet}, {@code Rulling}, {@code Anker}, {@code Apningstid}) knows neither engine nor Spring.
 */
package no.forlop.frist;
