package org.carbonbook.factor.set;

import java.util.Collection;
import java.util.List;
import org.carbonbook.conf.NearestNames;
import org.carbonbook.factor.file.FactorFiles;
import org.carbonbook.factor.file.FactorFindings;
import org.carbonbook.factor.file.FactorNotice;
import org.carbonbook.factor.grid.GridFactor;

/** Checks that the tables, the report and the rows that a factor set names exist. */
public final class FactorSetLint {
  private final FactorFiles files;
  private final FactorFindings findings;

  public FactorSetLint(FactorFiles files, FactorFindings findings) {
    this.files = files;
    this.findings = findings;
  }

  public void check(FactorSet set) {
    known(set, "tce_fuels", set.tceFuels(), files.mappings().keySet());
    if (set.gasTable() != null) {
      known(set, "ch4_n2o.table", set.gasTable(), files.gases().keySet());
      known(set, "ch4_n2o.fuels", set.gasFuels(), files.mappings().keySet());
    }
    if (set.mobileTable() != null) {
      known(set, "ch4_n2o.mobile", set.mobileTable(), files.mobileGases().keySet());
    }
    List<String> tables = files.grids().stream().map(GridFactor::factorTable).distinct().toList();
    known(set, "grid.table", set.grid().table(), tables);
    List<String> reports =
        files.gwps().stream().map(g -> g.report() + " " + g.horizonYears()).distinct().toList();
    known(set, "gwp", set.gwpReport() + " " + set.gwpHorizonYears(), reports);
  }

  private void known(FactorSet set, String key, String name, Collection<String> known) {
    if (!known.contains(String.valueOf(name))) {
      findings.add(
          FactorNotice.FACTOR_SET_INVALID,
          "conf/factor-sets.yaml:sets." + set.name(),
          key + " is '" + name + "', which is not in conf/factors",
          "Nearest: " + NearestNames.of(String.valueOf(name), known));
    }
  }
}
