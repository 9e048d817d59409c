//! The output folder: complete after every failure, and files of others are never touched.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Child, Command};
use std::time::{Duration, Instant};

use serde_json::json;

use crate::build::same;
use crate::project::{Project, files_below, lean_output, run};

/// A quick build: two pages and no PDF.
const QUICK: [&str; 4] = ["--report", "inspection", "--format", "html"];

#[test]
fn foreign_files_survive() {
    let project = Project::lean();
    project.write("output/notes.txt", "ours");
    project.write("output/2025Q1/scan.pdf", "ours");
    project.build(&QUICK).ended(0);
    project.build(&[]).ended(0);
    assert_eq!(project.text("output/notes.txt"), "ours");
    assert_eq!(project.text("output/2025Q1/scan.pdf"), "ours");
}

#[test]
fn files_that_are_no_longer_made_are_removed_with_their_folder() {
    let project = Project::lean();
    project.build(&QUICK).ended(0);
    assert!(project.path("output/2025Q3/inspection.html").exists());
    let earlier = [&QUICK[..], &["--as-of", "2025-06-20"]].concat();
    project.build(&earlier).ended(0);
    assert!(!project.path("output/2025Q3").exists(), "its quarter has not begun on that day");
    project.build(&QUICK).ended(0);
    project.write("output/2025Q3/scan.pdf", "ours");
    project.build(&earlier).ended(0);
    assert!(!project.path("output/2025Q3/inspection.html").exists());
    assert_eq!(project.text("output/2025Q3/scan.pdf"), "ours");
}

#[test]
fn a_deleted_or_damaged_report_is_drawn_again() {
    let project = Project::lean();
    project.build(&QUICK).ended(0);
    let whole = project.output();
    project.delete("output/2025Q1/inspection.html");
    project.write("output/2025Q2/inspection.html", "damaged");
    project.delete("output/index.html");
    project.build(&QUICK).ended(0);
    same(&whole, &project.output());
    project.delete("output/2025Q1/inspection.html");
    project.build(&[&QUICK[..], &["--period", "2025Q2"]].concat()).ended(0);
    let index = project.text("output/index.html");
    assert!(!index.contains("2025Q1/inspection.html"), "a link to a file that was deleted");
}

#[test]
fn a_damaged_manifest_does_no_harm() {
    let project = Project::lean();
    project.write("precious.txt", "ours");
    project.write("output/inside.txt", "ours");
    let outside = project.path("precious.txt");
    let entry = |path: &str| json!({"path": path, "name": "", "state": "final", "sha256": "", "size": 4, "key": "", "inputs": {}});
    let manifest = |version: u32, paths: &[&str]| {
        let artifacts: Vec<_> = paths.iter().map(|path| entry(path)).collect();
        json!({"version": version, "tool": "", "as_of": "", "artifacts": artifacts}).to_string()
    };
    let outward = [
        "../precious.txt",
        "2025Q1/../../precious.txt",
        "./../precious.txt",
        outside.to_str().unwrap(),
        "",
        ".",
        "..",
        "/",
        "2025Q1",
    ];
    for text in [
        String::new(),
        "not JSON".to_owned(),
        "[1, 2".to_owned(),
        "{}".to_owned(),
        "\u{0}\u{0}".to_owned(),
        "[".repeat(100_000),
        manifest(1, &outward),
        manifest(2, &["inside.txt"]),
    ] {
        project.write("output/manifest.json", &text);
        project.build(&QUICK).ended(0);
        assert_eq!(project.text("precious.txt"), "ours");
        assert_eq!(project.text("output/inside.txt"), "ours");
        assert_eq!(project.manifest()["artifacts"].as_array().unwrap().len(), 4);
    }
}

#[test]
fn a_file_in_place_of_a_folder_stops_the_build_and_a_folder_in_place_of_a_file_too() {
    let project = Project::lean();
    project.write("output", "not a folder");
    let refused = project.build(&QUICK).ended(2);
    assert!(refused.err.contains("无法写入"), "{}", refused.err);
    assert_eq!(project.text("output"), "not a folder");
    project.delete("output");

    project.build(&QUICK).ended(0);
    project.delete("output/2025Q3");
    project.write("output/2025Q3", "not a folder");
    stopped_in_the_way(&project);
    project.delete("output/2025Q3");
    fs::create_dir_all(project.path("output/2025Q3/inspection.html/inner")).unwrap();
    stopped_in_the_way(&project);
    project.delete("output/2025Q3");
    project.build(&QUICK).ended(0);
}

/// Changes every report, fails to build, and checks that the output is unchanged.
fn stopped_in_the_way(project: &Project) {
    let before = project.output();
    let short = project.text("data/contract.yaml");
    project.edit("data/contract.yaml", "name: 云澜市第三人民医院", "name: 云澜市第四人民医院");
    let refused = project.build(&QUICK).ended(2);
    assert!(refused.err.contains("原有输出未改动"), "{}", refused.err);
    same(&before, &project.output());
    assert!(!project.path("output/.weibao-staging").exists());
    project.write("data/contract.yaml", short);
}

/// A small disk for a test; `None`, with a message, if the machine does not allow it.
struct Disk {
    folder: tempfile::TempDir,
}

impl Disk {
    fn new(test: &str, size: &str) -> Option<Self> {
        let folder = tempfile::tempdir().unwrap();
        let options = format!("size={size}");
        let mut mount = Command::new("mount");
        let mounted =
            mount.args(["-t", "tmpfs", "-o", &options, "tmpfs"]).arg(folder.path()).output();
        if mounted.is_ok_and(|output| output.status.success()) {
            return Some(Self { folder });
        }
        #[expect(clippy::print_stdout, reason = "whoever runs the tests is told what was left out")]
        {
            println!("{test} is skipped: it needs the right to mount a small disk");
        }
        None
    }

    fn path(&self) -> &Path {
        self.folder.path()
    }

    fn remount(&self, how: &str) {
        let done =
            Command::new("mount").args(["-o", &format!("remount,{how}")]).arg(self.path()).status();
        assert!(done.unwrap().success());
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        // Lazily: a failed test may still have a file open.
        let _ = Command::new("umount").arg("-l").arg(self.path()).status();
    }
}

#[test]
fn a_full_disk_leaves_the_former_output_whole() {
    let Some(disk) = Disk::new("a_full_disk_leaves_the_former_output_whole", "4m") else { return };
    let project = Project::lean();
    let folder = disk.path().join("output");
    let arguments = ["-o", folder.to_str().unwrap(), "--report", "inspection"];
    project.build(&arguments).ended(0);
    let before = files_below(&folder);
    fs::write(disk.path().join("ballast"), vec![1; 2 << 20]).unwrap();
    project.edit("data/contract.yaml", "name: 云澜市第三人民医院", "name: 云澜市第四人民医院");
    let refused = project.build(&arguments).ended(2);
    assert!(
        refused.err.contains("无法写入") && refused.err.contains("原有输出未改动"),
        "{}",
        refused.err
    );
    same(&before, &files_below(&folder));
    fs::remove_file(disk.path().join("ballast")).unwrap();
    project.build(&arguments).ended(0);
    assert_ne!(before, files_below(&folder));
}

#[test]
fn a_folder_that_cannot_be_written_is_left_alone() {
    let Some(disk) = Disk::new("a_folder_that_cannot_be_written_is_left_alone", "4m") else {
        return;
    };
    let project = Project::lean();
    let folder = disk.path().join("output");
    let arguments = ["-o", folder.to_str().unwrap(), "--format", "html"];
    disk.remount("ro");
    let refused = project.build(&arguments).ended(2);
    assert!(refused.err.contains("无法写入"), "{}", refused.err);
    disk.remount("rw");
    project.build(&arguments).ended(0);
    let before = files_below(&folder);
    disk.remount("ro");
    project.edit("data/contract.yaml", "name: 云澜市第三人民医院", "name: 云澜市第四人民医院");
    let refused = project.build(&arguments).ended(2);
    assert!(refused.err.contains("原有输出未改动"), "{}", refused.err);
    same(&before, &files_below(&folder));
}

fn start(project: &Project, arguments: &[&str]) -> Child {
    let mut command = project.command(arguments);
    command.stdout(std::process::Stdio::null()).stderr(std::process::Stdio::null());
    command.spawn().unwrap()
}

#[test]
fn a_kill_in_mid_build_leaves_whole_files_and_the_next_build_mends_the_rest() {
    let project = Project::lean();
    let contract = project.text("data/contract.yaml");
    let mut outputs = Vec::new();
    let mut longest = Duration::ZERO;
    for hospital in ["甲院", "乙院"] {
        let changed = contract.replace("name: 云澜市第三人民医院", &format!("name: {hospital}"));
        outputs.push((changed.clone(), BTreeMap::new()));
        project.write("data/contract.yaml", changed);
        let begun = Instant::now();
        project.build(&QUICK).ended(0);
        longest = longest.max(begun.elapsed());
        outputs.last_mut().unwrap().1 = project.output();
    }
    for round in 0..10_u32 {
        let (contract, wanted) = &outputs[round as usize % 2];
        project.write("data/contract.yaml", contract);
        let mut child = start(&project, &["build", "--report", "inspection", "--format", "html"]);
        std::thread::sleep(longest * (round + 1) / 10);
        // Killing too late is fine as well: a build that has ended must have left everything in place.
        let _ = child.kill();
        child.wait().unwrap();
        for (path, bytes) in project.output() {
            let whole = outputs.iter().any(|(_, output)| output.get(&path) == Some(&bytes));
            assert!(whole, "round {round}: {path} is neither the old file nor the new one");
        }
        project.build(&QUICK).ended(0);
        same(wanted, &project.output());
        assert!(!project.path("output/.weibao-staging").exists());
    }
}

#[test]
fn two_builds_at_once_do_not_disturb_each_other() {
    let project = Project::lean();
    let tables = ["build", "--format", "pdf", "--format", "xlsx", "--format", "csv"];
    let both = [&["build", "--format", "html"][..], &tables, &["build", "--format", "html"]];
    let children: Vec<_> = both.iter().map(|arguments| start(&project, arguments)).collect();
    for mut child in children {
        assert!(child.wait().unwrap().success());
    }
    let files = project.output();
    assert_eq!(files.keys().collect::<Vec<_>>(), lean_output().keys().collect::<Vec<_>>());
    run(project.command(&["build"])).ended(0);
    same(lean_output(), &project.output());
}
