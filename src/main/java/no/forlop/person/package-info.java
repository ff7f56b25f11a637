/**
 * The register of persons: the only place that holds who a patient, a relative or a child is.
 *
 * <p>The engine knows persons by a register id and a {@code merke} such as "K.N. 1985"; names, numbers and contact
 * details are stored here, encrypted, and every look is logged. Other packages use {@link no.forlop.person.Personregister}.
 */
package no.forlop.person;
