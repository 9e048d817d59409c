//! Conventions of the command line: languages, colours, progress, Ctrl-C, completions, and messages for missing input.

use std::fs;
use std::io::{BufRead, BufReader, Read};
use std::process::{Command, Stdio};

use crate::project::{Project, run};
use crate::tools::{driven, program, skipped};

/// Runs the program in a pseudo-terminal and returns its output.
fn in_terminal(
    project: &Project,
    arguments: &str,
    environment: &[(&str, &str)],
) -> Result<String, String> {
    let script = program("script").ok_or("script of util-linux is missing")?;
    let line = format!(
        "{} --lang zh --as-of {} {arguments}",
        env!("CARGO_BIN_EXE_weibao"),
        project.as_of()
    );
    let mut command = Command::new(script);
    command.env_clear().env("TERM", "xterm-256color").envs(environment.iter().copied());
    command.current_dir(project.root()).args(["-qec", &line, "/dev/null"]).stdin(Stdio::null());
    Ok(driven(&mut command).1)
}

#[test]
fn colours_are_for_terminals_and_can_be_refused() {
    const TEST: &str = "colours_are_for_terminals_and_can_be_refused";
    const ESCAPE: char = '\u{1b}';
    let project = Project::lean();
    project.edit("data/inspections/2025Q2.yaml", "verdict: 正常", "verdict: 正長");
    let coloured = match in_terminal(&project, "check --quiet", &[]) {
        Ok(told) => told,
        Err(missing) => return skipped("manners", TEST, &missing),
    };
    assert!(coloured.contains(ESCAPE) && coloured.contains("正長"), "{coloured}");
    let plain = |arguments: &str, environment: &[(&str, &str)]| {
        let told = in_terminal(&project, arguments, environment).unwrap();
        assert!(!told.contains(ESCAPE) && told.contains("正長"), "{told:?}");
    };
    plain("check --quiet", &[("NO_COLOR", "1")]);
    plain("check --quiet --color never", &[]);
    // An empty variable does not count (no-color.org), and `--color always` gives colours in a pipe, too.
    assert!(in_terminal(&project, "check --quiet", &[("NO_COLOR", "")]).unwrap().contains(ESCAPE));
    assert!(run(project.command_line("check --color always")).out.contains(ESCAPE));
    assert!(!run(project.command_line("check --color auto")).out.contains(ESCAPE));
}

#[test]
fn a_build_shows_a_bar_on_a_terminal_and_a_line_elsewhere() {
    const TEST: &str = "a_build_shows_a_bar_on_a_terminal_and_a_line_elsewhere";
    let project = Project::lean();
    let piped = project.build(&["--report", "inspection"]).ended(0);
    assert!(piped.err.lines().any(|line| line == "正在生成6个文件"), "{}", piped.err);
    assert!(!piped.err.contains('\r'));
    let quiet = project.build(&["--report", "inspection", "--quiet"]).ended(0);
    assert_eq!(quiet.err, "");
    project.delete("output");
    match in_terminal(&project, "build --report inspection", &[]) {
        Ok(told) => {
            assert!(told.contains("正在生成6个文件 [") && told.contains("/6 2025Q"), "{told}");
        }
        Err(missing) => skipped("manners", TEST, &missing),
    }
}

#[cfg(unix)]
#[test]
fn a_build_that_is_stopped_leaves_the_former_output_as_it_was() {
    let project = Project::shipped();
    project.build(&["--report", "inspection", "--format", "html"]).ended(0);
    let before = project.output();
    for signal in ["INT", "TERM"] {
        let mut child = project
            .command(&["build"])
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut told = BufReader::new(child.stderr.take().unwrap());
        let mut line = String::new();
        told.read_line(&mut line).unwrap();
        assert!(line.starts_with("正在生成"), "{line}");
        let sent =
            Command::new("kill").args([&format!("-{signal}"), &child.id().to_string()]).status();
        assert!(sent.unwrap().success());
        let mut rest = String::new();
        told.read_to_string(&mut rest).unwrap();
        assert_eq!(child.wait().unwrap().code(), Some(130), "{rest}");
        assert!(rest.contains("正在停止") && rest.contains("没有写入任何文件"), "{rest}");
        assert!(project.output() == before, "the output changed");
        assert!(!project.path("output/.weibao-staging").exists());
    }
    project.build(&["--report", "inspection", "--format", "html"]).ended(0);
}

#[test]
fn help_is_whole_in_both_languages() {
    let project = Project::empty();
    for command in ["", "check", "build", "status", "explain", "list", "schema", "serve", "manual"]
    {
        for (language, other) in [("zh", "Options"), ("en", "选项")] {
            let help =
                run(project.command_line(&format!("{command} --help --lang {language}"))).ended(0);
            assert!(!help.out.contains(other), "{command} {language}: {}", help.out);
            assert!(help.out.contains("--as-of"), "{}", help.out);
        }
    }
    // Without a command, the help is printed as a usage error.
    let none = run(project.command_line("")).ended(2);
    assert!(none.err.contains("用法") || none.err.contains("Usage"), "{}", none.err);
}

#[test]
fn the_language_is_that_of_the_locale() {
    let project = Project::empty();
    for (variable, locale, expected) in [
        ("LANG", "en_US.UTF-8", "there is no data folder"),
        ("LC_ALL", "zh_CN.UTF-8", "找不到数据目录"),
        ("LANG", "C", "找不到数据目录"),
    ] {
        let mut command = project.command_line("check");
        let told = run({
            command.env(variable, locale);
            command
        });
        assert!(told.ended(3).err.contains(expected), "{variable}={locale}");
    }
}

#[test]
fn where_there_are_no_records_it_says_what_to_do() {
    let project = Project::empty();
    for command in ["check", "build", "status", "serve"] {
        let told = project.run(&[command]).ended(3).err;
        assert!(told.contains("-C") && told.contains("weibao init"), "{command}: {told}");
    }
    let told = project.run(&["-C", "nowhere", "check"]).ended(3).err;
    assert!(told.contains("nowhere/data"), "{told}");
}

#[test]
fn completions_are_read_by_the_shell() {
    let project = Project::empty();
    let script = run(project.command_line("manual bash")).ended(0).out;
    project.write("weibao.bash", &script);
    let Some(bash) = program("bash") else {
        return skipped("manners", "completions_are_read_by_the_shell", "bash is missing");
    };
    let ask = "source ./weibao.bash; COMP_WORDS=(weibao li); COMP_CWORD=1; _weibao weibao li weibao; echo \"${COMPREPLY[*]}\"";
    let (sound, told) = driven(Command::new(bash).args(["-c", ask]).current_dir(project.root()));
    assert!(sound && told.trim() == "list", "{told}");
    for shell in ["zsh", "fish", "powershell", "elvish"] {
        assert!(
            run(project.command_line(&format!("manual {shell}"))).ended(0).out.contains("as-of"),
            "{shell}"
        );
    }
}

#[test]
fn every_command_has_its_manual_page() {
    let project = Project::empty();
    run(project.command_line("manual man --write man --lang zh")).ended(0);
    let pages: Vec<_> = fs::read_dir(project.path("man"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .collect();
    let main = run(project.command_line("manual man --lang zh")).ended(0).out;
    for page in &pages {
        let name = page.to_str().unwrap();
        let text = project.text(&format!("man/{name}"));
        assert!(text.contains(".TH") && text.contains("显示帮助"), "{name}");
        // The page of the parent command names it.
        let words: Vec<_> = name.trim_end_matches(".1").split('-').collect();
        if let [.., above, own] = words.as_slice() {
            let above = if *above == "weibao" {
                main.clone()
            } else {
                project.text(&format!("man/weibao-{above}.1"))
            };
            assert!(above.contains(own), "{name}");
        }
    }
    assert!(pages.len() >= 9, "{pages:?}");
    let refused = run(project.command_line("manual bash --write man --lang zh")).ended(2);
    assert!(refused.err.contains("--write"), "{}", refused.err);
}
