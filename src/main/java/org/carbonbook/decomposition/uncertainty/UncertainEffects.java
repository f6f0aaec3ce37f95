package org.carbonbook.decomposition.uncertainty;

import org.carbonbook.decomposition.method.EffectMethod;
import org.carbonbook.decomposition.method.Form;
import org.carbonbook.decomposition.panel.PanelSums;
import org.carbonbook.decomposition.panel.TimePair;

/**
 * The comparison whose effects get ranges.
 *
 * @param method the method that gives the effects
 * @param form additive or multiplicative
 * @param sums the group's values
 * @param pair the two times compared
 */
public record UncertainEffects(EffectMethod method, Form form, PanelSums sums, TimePair pair) {}
