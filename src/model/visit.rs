//! `data/visits/`: work on site, and the yearly revisit.
//!
//! In: one row of a CSV file, or one YAML record. Out: [`Visit`], which proves arrival on site for the ticket it names, or that
//! customers were asked (clause 5.1). What a revisit heard is nested and written in YAML.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::fields::fields;
use super::words::words;
use super::{Day, FollowUpStatus, Moment};

words! {
    /// What a visit is for.
    VisitPurpose {
        /// A fault is mended on site.
        OnSite = "现场服务" | "on-site",
        /// Customers are asked for suggestions and impressions.
        Revisit = "回访" | "revisit",
    }
}

words! {
    /// How customers were asked.
    RevisitMethod {
        /// At the hospital.
        OnSite = "现场" | "on-site",
        /// By telephone.
        Phone = "电话" | "phone",
        /// By video.
        Video = "视频" | "video",
    }
}

words! {
    /// The three lists that the contract names (clause 5.2).
    RequestKind {
        /// Advice about the use of the system.
        Usage = "使用建议" | "usage",
        /// Another business need.
        Business = "其他业务需求" | "business",
        /// Need for a project.
        Project = "项目需求" | "project",
    }
}

/// A visit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Visit {
    /// Number of the record, such as `V-20260921-01`.
    #[schemars(title = "记录编号")]
    pub id: String,
    /// What it was for.
    #[schemars(title = "性质")]
    pub purpose: VisitPurpose,
    /// The ticket it was made for: its id.
    #[schemars(title = "服务记录编号")]
    pub ticket: Option<String>,
    /// Who came: ids of people.
    #[schemars(title = "服务人员")]
    pub engineers: Vec<String>,
    /// When they set out.
    #[schemars(title = "出发时间")]
    pub departed_at: Option<Moment>,
    /// When the first engineer arrived, as signed (A12); for a revisit, when it began.
    #[schemars(title = "到达时间")]
    pub arrived_at: Moment,
    /// When they left.
    #[schemars(title = "离开时间")]
    pub left_at: Option<Moment>,
    /// The department visited.
    #[schemars(title = "科室")]
    pub department: Option<String>,
    /// What was done.
    #[schemars(title = "处理内容")]
    pub work: String,
    /// What it came to.
    #[schemars(title = "处理结果")]
    pub result: Option<String>,
    /// Who of the hospital signed: a person's id, or a name.
    #[schemars(title = "确认人")]
    pub signed_by: Option<String>,
    /// When it was signed.
    #[schemars(title = "确认日期")]
    pub signed_on: Option<Day>,
    /// Files under `data/` that prove it.
    #[schemars(title = "附件")]
    #[serde(default)]
    pub evidence: Vec<String>,
    /// The year a revisit is owed for, such as `2026`.
    #[schemars(title = "年度")]
    pub period: Option<String>,
    /// How customers were asked.
    #[schemars(title = "回访方式")]
    pub method: Option<RevisitMethod>,
    /// What each customer said.
    #[schemars(title = "访谈")]
    #[serde(default)]
    pub interviews: Vec<Interview>,
    /// What customers want, in the contract's three lists.
    #[schemars(title = "建议与需求")]
    #[serde(default)]
    pub requests: Vec<Request>,
}

fields! { Visit as Own(id) {
    id: Id(Target::Visit),
    purpose: Nothing,
    ticket: Reference(Target::Ticket),
    engineers: Reference(Target::Person),
    departed_at: Happened,
    arrived_at: Began,
    left_at: Happened => [work, result],
    department: Text,
    work: Text,
    result: Text,
    signed_by: Reference(Target::Signer),
    signed_on: Happened => [signed_by],
    evidence: File,
    period: Owed(Target::Visit),
    method: Nothing,
    interviews: Parts(Interview::FIELDS),
    requests: Parts(Request::FIELDS),
} }

/// What one customer said at a revisit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Interview {
    /// Who: a person's id; masked or left out in print.
    #[schemars(title = "受访人")]
    pub person: Option<String>,
    /// The department.
    #[schemars(title = "科室")]
    pub department: String,
    /// The function.
    #[schemars(title = "岗位")]
    pub role: Option<String>,
    /// When.
    #[schemars(title = "时间")]
    pub at: Option<Moment>,
    /// 对软件产品的建议.
    #[schemars(title = "产品建议")]
    pub suggestion: Option<String>,
    /// 上线后系统操作的感受.
    #[schemars(title = "操作感受")]
    pub impression: Option<String>,
}

fields! { Interview {
    person: Reference(Target::Person),
    department: Text,
    role: Text,
    at: Happened => [suggestion, impression],
    suggestion: Text,
    impression: Text,
} }

/// Something customers want.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// Number, such as `R-2026-01`.
    #[schemars(title = "编号")]
    pub id: String,
    /// Which list.
    #[schemars(title = "类别")]
    pub kind: RequestKind,
    /// What is wanted.
    #[schemars(title = "内容")]
    pub text: String,
    /// By which department.
    #[schemars(title = "提出科室")]
    pub department: Option<String>,
    /// What is done about it.
    #[schemars(title = "处理意见")]
    pub handling: Option<String>,
    /// How it stands.
    #[schemars(title = "状态")]
    pub status: Option<FollowUpStatus>,
}

fields! { Request {
    id: Id(Target::Request),
    kind: Nothing,
    text: Text,
    department: Text,
    handling: Text,
    status: Nothing,
} }
