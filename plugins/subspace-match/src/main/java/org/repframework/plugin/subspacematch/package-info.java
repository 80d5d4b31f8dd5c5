/**
 * Which units of two layers span the same subspaces (Wang et al., NIPS 2018), from joint moments and without natives.
 * Depends on the SPI alone. Read {@link org.repframework.plugin.subspacematch.MaximumMatch}, which stands on {@link
 * org.repframework.plugin.subspacematch.Span}, then {@link org.repframework.plugin.subspacematch.MinimalMatch}.
 */
package org.repframework.plugin.subspacematch;
