-- table: mart.driver_model
-- zh: 驱动因素模型（STIRPAT）：地区、模型、规则、项各一行
-- en: Driver models (STIRPAT) by region, model, rule and term
-- question: {zh: "哪些驱动因素能解释排放，弹性多大？", en: "Which drivers explain emissions, and with what elasticity?"}
-- key: [region_code, model, pressure, rule, term]
-- columns:
--   - {name: region_code, type: string, zh: 地区代码, en: Region (GB/T 2260)}
--   - {name: model, type: string, zh: 模型, en: Model of conf/industry/analysis.yaml}
--   - {name: pressure, type: string, zh: 压力序列, en: "Pressure, a series of core.series"}
--   - {name: rule, type: string, zh: 岭参数的选法, en: "ols, ridge_hkb (Hoerl, Kennard and Baldwin), ridge_lw (Lawless and Wang) or ridge_gcv"}
--   - {name: lambda, type: double, zh: 岭参数, en: Ridge parameter}
--   - {name: term, type: string, zh: 项, en: "Term: constant, ln_p, ln_a, ln_t and squares"}
--   - {name: coefficient, type: double, unit: "of the response per unit of the predictor", zh: 系数, en: Coefficient}
--   - {name: std_error, type: double, unit: "of the response per unit of the predictor", zh: 标准误, en: Standard error}
--   - {name: vif, type: double, zh: 方差膨胀因子, en: Variance inflation factor}
--   - {name: condition_number, type: double, zh: 条件数, en: Condition number of the scaled predictors}
--   - {name: r2, type: double, zh: R², en: "Share of the variation explained, within regions in a panel"}
--   - {name: gcv, type: double, zh: 广义交叉验证, en: Generalised cross-validation}
--   - {name: n, type: int, zh: 观测数, en: Observations}
--   - {name: left_out, type: int, zh: 剔除的行数, en: Number of years excluded because a value is missing or not positive}
--   - {name: panel, type: string, zh: 面板的地区级别, en: What the regions of a panel are; null for one region}
--   - {name: units, type: int, zh: 面板的地区数, en: Regions in the panel}
--   - {name: inputs, type: string, zh: 驱动序列, en: "Series of population, affluence and technology"}
--   - {name: status, type: string, zh: 是否可评估及原因, en: "assessed, or why not"}
SELECT region_code,
       against AS model,
       series AS pressure,
       driver_model.rule,
       driver_model.lambda,
       driver_model.term,
       driver_model.coefficient,
       driver_model.std_error,
       driver_model.vif,
       driver_model.condition_number,
       driver_model.r2,
       driver_model.gcv,
       driver_model.n,
       driver_model.left_out,
       driver_model.panel,
       driver_model.units,
       driver_model.inputs,
       driver_model.status
FROM core.series_statistic
WHERE kind = 'driver_model'
