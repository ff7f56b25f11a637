/** Sample cases for the profile {@code demo}, told in a data file as staff would enter them; never active without the profile. */
package no.forlop.demo;
