/** The audit trail: what managers have done to others' work. Rows are only ever added, in the transaction of what they tell. */
package no.forlop.revisjon;
