//! `data/surveys/YEAR.yaml`: the yearly satisfaction survey by telephone.
//!
//! In: one YAML file a year. Out: [`Survey`], the evidence for clause 6.1. The words of the scale and their scores stand in
//! the contract file ([`SurveyRules`]), so that another scale is other data.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::fields::fields;
use super::words::words;
use super::{Day, Measure, Moment, YesNo};

/// A year's survey.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Survey {
    /// Number of the record, such as `MY-2026`.
    #[schemars(title = "编号")]
    pub id: String,
    /// The year it is owed for, such as `2026`; the file's name.
    #[schemars(title = "年度")]
    pub period: String,
    /// How people are asked; the contract wants the telephone.
    #[schemars(title = "调查方式")]
    pub method: SurveyMethod,
    /// Who asks: ids of people who did not serve.
    #[schemars(title = "调查人员", length(min = 1))]
    pub surveyors: Vec<String>,
    /// First day.
    #[schemars(title = "开始日期")]
    pub started_on: Day,
    /// Last day; still running without it.
    #[schemars(title = "结束日期")]
    pub finished_on: Option<Day>,
    /// Who is on the list, and why.
    #[schemars(title = "调查对象说明")]
    pub population: Option<String>,
    /// What is asked.
    #[schemars(title = "问卷", length(min = 1))]
    pub questions: Vec<Question>,
    /// One entry a person on the list.
    #[schemars(title = "访问记录")]
    pub respondents: Vec<Respondent>,
    /// What is done about the answers.
    #[schemars(title = "改进措施")]
    #[serde(default)]
    pub measures: Vec<Measure>,
    /// What the answers mean, in a sentence or two.
    #[schemars(title = "结果分析")]
    pub analysis: Option<String>,
    /// Files under `data/` that prove it.
    #[schemars(title = "附件")]
    #[serde(default)]
    pub evidence: Vec<String>,
}

fields! { Survey as Own(id) {
    id: Id(Target::Survey),
    period: Owed(Target::Survey),
    method: Nothing,
    surveyors: Reference(Target::Person),
    started_on: Began,
    finished_on: Happened => [analysis],
    population: Text,
    questions: Parts(Question::FIELDS),
    respondents: Parts(Respondent::FIELDS),
    measures: Parts(Measure::FIELDS),
    analysis: Text,
    evidence: File,
} }

words! {
    /// How people are asked.
    SurveyMethod {
        /// By telephone.
        Phone = "电话" | "phone",
        /// At the hospital.
        OnSite = "现场" | "on-site",
        /// By a form.
        Form = "问卷" | "form",
    }
}

/// A question.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// Number, such as `Q1`.
    #[schemars(title = "编号")]
    pub id: String,
    /// The question.
    #[schemars(title = "题目")]
    pub text: String,
    /// What it measures.
    #[schemars(title = "维度")]
    pub dimension: Option<String>,
    /// Rated, overall or open.
    #[schemars(title = "题型")]
    #[serde(default)]
    pub kind: QuestionKind,
    /// Its weight in the composite score; equal weights without any.
    #[schemars(title = "权重", range(min = 0))]
    pub weight: Option<f64>,
}

fields! { Question {
    id: Id(Target::Question),
    text: Text,
    dimension: Text,
    kind: Nothing,
    weight: Nothing,
} }

words! {
    /// How a question is answered.
    #[derive(Default)]
    QuestionKind {
        /// By a word of the scale.
        #[default]
        Rated = "评分" | "rated",
        /// By a word of the scale, reported on its own.
        Overall = "总体" | "overall",
        /// In free words.
        Open = "开放" | "open",
    }
}

/// A person on the list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Respondent {
    /// Number, such as `S01`; reports print no name.
    #[schemars(title = "编号")]
    pub id: String,
    /// Who: a person's id.
    #[schemars(title = "受访人")]
    pub person: Option<String>,
    /// The department.
    #[schemars(title = "科室")]
    pub department: String,
    /// The function.
    #[schemars(title = "岗位")]
    pub role: Option<String>,
    /// Each call made.
    #[schemars(title = "拨打记录")]
    #[serde(default)]
    pub attempts: Vec<Attempt>,
    /// What the calls came to.
    #[schemars(title = "结果")]
    pub outcome: Outcome,
    /// Whether the person agreed to be recorded.
    #[schemars(title = "同意记录")]
    pub consent: Option<YesNo>,
    /// Words of the scale by question.
    #[schemars(title = "评分")]
    #[serde(default)]
    pub answers: BTreeMap<String, String>,
    /// Free words by question.
    #[schemars(title = "意见")]
    #[serde(default)]
    pub comments: BTreeMap<String, String>,
}

fields! { Respondent as Part(id) {
    id: Id(Target::Respondent),
    person: Reference(Target::Person),
    department: Text,
    role: Text,
    attempts: Parts(Attempt::FIELDS),
    outcome: Nothing,
    consent: Nothing,
    answers: Text,
    comments: Text,
} }

/// A call.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Attempt {
    /// When.
    #[schemars(title = "时间")]
    pub at: Moment,
    /// What it came to.
    #[schemars(title = "结果")]
    pub outcome: Outcome,
}

fields! { Attempt {
    at: Happened => [outcome],
    outcome: Nothing,
} }

words! {
    /// What a call of the survey came to (`domain.md` §6).
    Outcome {
        /// Answered.
        Completed = "完成" | "completed",
        /// Did not want to.
        Refused = "拒访" | "refused",
        /// Nobody answered.
        Unreached = "未接通" | "unreached",
        /// No such number.
        NoSuchNumber = "空号" | "no-such-number",
        /// No longer in the position.
        Left = "已离岗" | "left",
        /// Did not use the service.
        NotUsed = "未使用" | "not-used",
        /// Still to be called.
        Pending = "待访" | "pending",
    }
}

impl Outcome {
    /// False if the person never belonged on the list: such entries leave the denominator of the response rate.
    pub const fn is_reachable(self) -> bool {
        !matches!(self, Self::NoSuchNumber | Self::Left | Self::NotUsed)
    }
}

/// How surveys are read: part of the contract file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct SurveyRules {
    /// How people are to be asked.
    #[schemars(title = "约定方式")]
    pub method: SurveyMethod,
    /// The words of the scale, best first, with their scores.
    #[schemars(title = "量表", length(min = 2))]
    pub scale: Vec<Level>,
    /// The word for no opinion: it leaves the denominator.
    #[schemars(title = "不计分的回答")]
    pub unknown: String,
    /// Groups smaller than this are not shown on their own.
    #[schemars(title = "分组最少人数", range(min = 1))]
    pub smallest_group: u16,
    /// Fewer completed calls than this are told as talks, without a share.
    #[schemars(title = "最少样本数", range(min = 1))]
    pub smallest_sample: u16,
}

fields! { SurveyRules {
    method: Nothing,
    scale: Parts(Level::FIELDS),
    unknown: Text,
    smallest_group: Nothing,
    smallest_sample: Nothing,
} }

/// A word of the scale.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Level {
    /// The word.
    #[schemars(title = "用词")]
    pub word: String,
    /// Its score.
    #[schemars(title = "分值")]
    pub score: f64,
    /// Whether it counts as satisfied.
    #[schemars(title = "计入满意")]
    #[serde(default)]
    pub satisfied: YesNo,
    /// Whether it asks for a call back and a measure.
    #[schemars(title = "计入不满意")]
    #[serde(default)]
    pub negative: YesNo,
}

fields! { Level {
    word: Text,
    score: Nothing,
    satisfied: Nothing,
    negative: Nothing,
} }

impl Default for SurveyRules {
    /// 100/80/60/40/20, the top two satisfied, the lowest two negative (`domain.md` §6).
    fn default() -> Self {
        let level = |word: &str, score, satisfied, negative| {
            let yes = |is| if is { YesNo::Yes } else { YesNo::No };
            Level {
                word: word.to_owned(),
                score,
                satisfied: yes(satisfied),
                negative: yes(negative),
            }
        };
        Self {
            method: SurveyMethod::Phone,
            scale: vec![
                level("非常满意", 100.0, true, false),
                level("满意", 80.0, true, false),
                level("一般", 60.0, false, false),
                level("不满意", 40.0, false, true),
                level("非常不满意", 20.0, false, true),
            ],
            unknown: "不了解".to_owned(),
            smallest_group: 5,
            smallest_sample: 5,
        }
    }
}

impl SurveyRules {
    /// A word of the scale.
    pub fn level(&self, word: &str) -> Option<&Level> {
        self.scale.iter().find(|level| level.word == word)
    }
}
