/** Who may do what: units as groups, login for people and machines, and the engine's authorisations. The one place for rights. */
package no.forlop.tilgang;
