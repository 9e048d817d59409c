//! What can be typed.
//!
//! In: the words behind `weibao`. Out: typed options; clap refuses the rest with usage and exit code 2.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::model::Day;

/// 维保：把随 git 管理的维保记录变成经过核对、可以签字的报告。
#[derive(Debug, Parser)]
#[command(version, propagate_version = true, disable_help_subcommand = true)]
pub struct Arguments {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
    /// For every command.
    #[command(flatten)]
    pub global: Global,
}

/// Options of every command.
#[derive(Debug, Args)]
pub struct Global {
    /// 项目目录；默认向上查找含 data/contract.yaml 的目录
    #[arg(short = 'C', long = "directory", global = true, value_name = "DIR")]
    pub directory: Option<PathBuf>,
    /// 统计截止日期；默认取 SOURCE_DATE_EPOCH，否则为今天
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
pub enum Color {
    /// On a terminal, unless `NO_COLOR` is set.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// 检查全部记录，一次列出所有问题
    Check(CheckOptions),
}

/// Options of `weibao check`.
#[derive(Debug, Args)]
pub struct CheckOptions {
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
