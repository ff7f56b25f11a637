/** Cases: one start of a pathway for one person, with its case number (the business key), its links and its outcome. */
package no.forlop.sak;
