-- table: mart.driver_model
-- zh: 驱动因素模型（STIRPAT）：地区、模型、规则、项各一行；未通过检验的模型只有原因
-- en: "Driver models (STIRPAT) by region, model, rule and term; a model that fails a gate has the reason and no coefficients"
-- question: {zh: "哪些驱动因素能解释排放，弹性多大？", en: "Which drivers explain emissions, and with what elasticity?"}
-- method: docs/methods/statistics.md#driver-model
-- key: [region_code, model, pressure, rule, term]
-- columns:
--   - {name: region_code, type: string, zh: "地区代码", en: "Region (GB/T 2260)"}
--   - {name: region_name, type: string, zh: "地区", en: "Region in Chinese"}
--   - {name: model, type: string, zh: "模型（见 conf/industry/analysis.yaml）", en: "Model of conf/industry/analysis.yaml"}
--   - {name: model_zh, type: string, zh: "模型的驱动因素", en: "Drivers of the model, in Chinese"}
--   - {name: pressure_indicator, type: string, zh: "压力：指标", en: "Pressure: indicator"}
--   - {name: pressure_indicator_zh, type: string, zh: "压力：指标名称", en: "Pressure: indicator, in Chinese"}
--   - {name: pressure_unit, type: string, zh: "压力：单位", en: "Pressure: unit"}
--   - {name: pressure_basis, type: string, zh: "压力：物质口径", en: "Pressure: substance basis"}
--   - {name: pressure_source, type: string, zh: "压力：出版物", en: "Pressure: publication, of a panel all of them"}
--   - {name: rule, type: string, zh: "岭参数的选法", en: "ols, ridge_hkb (Hoerl, Kennard and Baldwin), ridge_lw (Lawless and Wang) or ridge_gcv; any where the model could not be tried"}
--   - {name: term, type: string, zh: "项", en: "Term: constant, ln_p, ln_a, ln_t and squares; any where no coefficient is published"}
--   - {name: coefficient, type: double, zh: "系数", en: "Coefficient; null where a gate failed", holds: "status = 'assessed'", null_when: "status <> 'assessed'"}
--   - {name: std_error, type: double, zh: "标准误", en: "Standard error; null where a gate failed", null_when: "status <> 'assessed'"}
--   - {name: lambda, type: double, zh: "岭参数", en: "Ridge parameter", null_when: "status <> 'assessed'"}
--   - {name: vif, type: double, zh: "方差膨胀因子", en: "Variance inflation factor", null_when: "status <> 'assessed' OR term = 'constant'"}
--   - {name: condition_number, type: double, zh: "条件数", en: "Condition number of the scaled predictors", null_when: "status <> 'assessed'"}
--   - {name: r2, type: double, zh: "R²", en: "Share of the variation explained, within regions in a panel", null_when: "status <> 'assessed'", max: 1}
--   - {name: gcv, type: double, zh: "广义交叉验证", en: "Generalised cross-validation", null_when: "status <> 'assessed'"}
--   - {name: n, type: int, zh: "观测数", en: "Observations", null_when: "status <> 'assessed'"}
--   - {name: left_out, type: int, zh: "剔除的行数", en: "Number of years excluded because a value is missing or not positive", null_when: "status <> 'assessed'"}
--   - {name: panel, type: string, zh: "面板的地区级别", en: "What the regions of a panel are; null for one region"}
--   - {name: units, type: int, zh: "面板的地区数", en: "Regions in the panel", null_when: "status <> 'assessed' OR panel IS NULL"}
--   - {name: inputs, type: string, zh: "驱动序列", en: "Series of population, affluence and technology"}
--   - {name: origin, type: string, zh: "数据性质（printed 刊载，computed 计算，estimated 估算，assumed 假设）", en: "How it came to be: printed, computed, estimated or assumed; the weakest input decides", null_when: "false", holds: "origin IN ('printed', 'computed', 'estimated', 'assumed')"}
--   - {name: status, type: string, zh: "是否评估及原因", en: "assessed, or why not"}
--   - {name: pressure, type: string, zh: "压力序列（内部标识）", en: "Pressure, as in core.series: the technical name"}
SELECT s.region_code,
       r.zh AS region_name,
       s.against AS model,
       s.driver_model.model_zh,
       s.driver_model.pressure_indicator,
       s.driver_model.pressure_indicator_zh,
       s.driver_model.pressure_unit,
       s.driver_model.pressure_basis,
       s.driver_model.pressure_source,
       coalesce(s.driver_model.rule, 'any') AS rule,
       coalesce(s.driver_model.term, 'any') AS term,
       s.driver_model.coefficient,
       s.driver_model.std_error,
       s.driver_model.lambda,
       s.driver_model.vif,
       s.driver_model.condition_number,
       s.driver_model.r2,
       s.driver_model.gcv,
       s.driver_model.n,
       s.driver_model.left_out,
       s.driver_model.panel,
       s.driver_model.units,
       s.driver_model.inputs,
       s.origin,
       s.driver_model.status,
       s.series AS pressure
FROM core.series_statistic s
LEFT JOIN core.region r ON r.region_code = s.region_code
WHERE s.kind = 'driver_model'
