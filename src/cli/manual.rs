//! `weibao manual`: shell completions and the manual pages.
//!
//! In: the command line in a language. Out: files for shells and `man`, generated from the definition that parses the
//! arguments.

use std::fs;
use std::io;
use std::path::Path;

use clap::Command;
use clap_complete::Shell;
use clap_mangen::Man;

use super::Exit;
use super::environment::{Environment, print, print_error};
use super::options::ManualOptions;
use super::usage;

/// Prints the requested text, or writes one page for each command.
pub(super) fn run(options: &ManualOptions, environment: &Environment) -> Exit {
    let mut command = usage::command(&environment.messages);
    command.build();
    let shell = options.what.parse::<Shell>().ok();
    let done = match (&options.write, shell) {
        (Some(_), Some(_)) => {
            environment.say("manual-folder", &[]);
            return Exit::Failure;
        }
        (Some(folder), None) => write_pages(&command, folder),
        (None, Some(shell)) => {
            // The library panics if it cannot write, so it writes to memory, where writing cannot fail.
            let mut script = Vec::new();
            clap_complete::generate(shell, &mut command, env!("CARGO_PKG_NAME"), &mut script);
            print(|out| out.write_all(&script))
        }
        (None, None) => print(|out| Man::new(command).render(out)),
    };
    match done {
        Ok(()) => Exit::Clean,
        Err(error) => {
            print_error(&error.to_string());
            Exit::Failure
        }
    }
}

/// `weibao.1`, `weibao-check.1`, `weibao-probe-disk.1` and so on.
fn write_pages(command: &Command, folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    let man = Man::new(command.clone());
    let mut bytes = Vec::new();
    man.render(&mut bytes)?;
    fs::write(folder.join(man.get_filename()), bytes)?;
    command.get_subcommands().try_for_each(|below| write_pages(below, folder))
}
