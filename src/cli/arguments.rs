//! What can be typed.
//!
//! In: the words behind `weibao`. Out: typed options; clap refuses the rest with usage and exit code 2.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::model::Day;

/// 维保：把随 git 管理的维保记录变成经过核对、可以签字的报告。
#[derive(Debug, Parser)]
#[command(version, propagate_version = true, disable_help_subcommand = true)]
pub(super) struct Arguments {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
    /// For every command.
    #[command(flatten)]
    pub global: Global,
}

/// Options of every command.
#[derive(Debug, Args)]
pub(super) struct Global {
    /// 项目目录；默认向上查找含 data/contract.yaml 的目录
    #[arg(short = 'C', long = "directory", global = true, value_name = "DIR")]
    pub directory: Option<PathBuf>,
    /// 统计截止日期；默认取 `SOURCE_DATE_EPOCH，否则为今天`
    #[arg(long, global = true, value_name = "DATE", value_parser = day)]
    pub as_of: Option<Day>,
    /// 语言：zh 或 en；默认取环境的语言设置
    #[arg(long, global = true, value_name = "LANG")]
    pub lang: Option<String>,
    /// 是否使用颜色
    #[arg(long, global = true, value_enum, default_value_t = Color::Auto)]
    pub color: Color,
    /// 只输出问题，不输出进度
    #[arg(short, long, global = true)]
    pub quiet: bool,
}

/// When to use colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Color {
    /// On a terminal, unless `NO_COLOR` is set.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// 检查全部记录，一次列出所有问题
    Check(CheckOptions),
    /// 检查记录并生成报告（HTML 与 PDF）
    Build(BuildOptions),
    /// 履约状况：逐条完成情况、缺项与偏离、逾期与即将到期事项，按条款和人员
    Status(StatusOptions),
    /// 说明一个检查代码（查什么、为什么、怎么改），或逐日说明一条服务记录的计时
    Explain(ExplainOptions),
    /// 列出检查、报告、条款或记录类型
    List(ListOptions),
    /// 输出记录的 JSON Schema
    Schema(SchemaOptions),
}

/// Options of `weibao build`.
#[derive(Debug, Args)]
pub(super) struct BuildOptions {
    /// 只生成这种报告，可重复
    #[arg(long = "report", value_name = "ID")]
    pub reports: Vec<String>,
    /// 只生成这个周期，可重复，如 2026Q3
    #[arg(long = "period", value_name = "PERIOD")]
    pub periods: Vec<String>,
    /// 只生成这种格式，可重复：html、pdf
    #[arg(long = "format", value_name = "FORMAT")]
    pub formats: Vec<String>,
    /// 只出正式稿：有数据错误时什么也不写，周期未结束的不出
    #[arg(long = "final")]
    pub only_final: bool,
    /// 输出目录；默认为项目目录下的 output
    #[arg(short, long, value_name = "DIR")]
    pub output: Option<PathBuf>,
}

/// Options of `weibao status`.
#[derive(Debug, Args)]
pub(super) struct StatusOptions {
    /// 列出这么多天内到期的事项；默认取合同登记表的 `remind_days`
    #[arg(long, value_name = "DAYS")]
    pub within: Option<u16>,
    /// 把全部待办写成日历文件，可导入日历软件
    #[arg(long, value_name = "FILE")]
    pub ics: Option<PathBuf>,
    /// 输出格式：human 或 json
    #[arg(long, value_name = "FORMAT", default_value = "human", value_parser = ["human", "json"])]
    pub format: String,
}

/// Options of `weibao explain`.
#[derive(Debug, Args)]
pub(super) struct ExplainOptions {
    /// 检查代码，如 threshold-reached；或服务记录编号，如 T-20260921-03
    #[arg(value_name = "CODE|TICKET")]
    pub code: String,
    /// 输出格式：human 或 json
    #[arg(long, value_name = "FORMAT", default_value = "human", value_parser = ["human", "json"])]
    pub format: String,
}

/// Options of `weibao list`.
#[derive(Debug, Args)]
pub(super) struct ListOptions {
    /// 列出什么
    #[arg(value_name = "WHAT", value_parser = ["checks", "reports", "clauses", "kinds"])]
    pub what: String,
    /// 输出格式：human 或 json
    #[arg(long, value_name = "FORMAT", default_value = "human", value_parser = ["human", "json"])]
    pub format: String,
}

/// Options of `weibao schema`.
#[derive(Debug, Args)]
pub(super) struct SchemaOptions {
    /// 只输出这种记录
    #[arg(value_name = "KIND")]
    pub kind: Option<String>,
    /// 写入这个目录，每种记录一个文件
    #[arg(long, value_name = "DIR")]
    pub write: Option<PathBuf>,
}

/// Options of `weibao check`.
#[derive(Debug, Args)]
pub(super) struct CheckOptions {
    /// 只显示这些路径下的问题
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// 输出格式：human 或 json
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    pub format: String,
    /// 把服务偏离也算作失败：deviations
    #[arg(long, value_name = "WHAT", value_parser = ["deviations"])]
    pub deny: Option<String>,
}

fn day(text: &str) -> Result<Day, String> {
    Day::parse(text).ok_or_else(|| "日期应写作 2026-09-30".to_owned())
}
