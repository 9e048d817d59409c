//! The command line: arguments, clock, environment, printing and exit codes.
//!
//! In: what the user typed. Out: text on the terminal and an exit code. The only room that reads the clock and the
//! environment or prints; it holds no logic of the contract.

mod arguments;
mod build;
mod check;
mod columns;
mod environment;
mod evaluated;
mod exit;
mod explain;
mod fresh;
mod generated;
mod init;
mod list;
mod manual;
mod new;
mod options;
mod probe;
mod progress;
mod schema;
mod serve;
mod status;
mod usage;
mod words;

use std::process::ExitCode;

pub(crate) use exit::Exit;

use arguments::Command;
use environment::{Environment, print, print_error};
use usage::Refused;

/// Runs the command that the arguments name.
pub fn main() -> ExitCode {
    let arguments = match usage::parse(std::env::args_os().collect()) {
        Ok(arguments) => arguments,
        Err(refused) => return tell(&refused).into(),
    };
    let environment = Environment::new(&arguments.global);
    let exit = match &arguments.command {
        Command::Check(options) => check::run(options, &environment),
        Command::Build(options) => build::run(options, &environment),
        Command::Status(options) => status::run(options, &environment),
        Command::New(options) => new::run(options, &environment),
        Command::Init(options) => init::run(options, &environment),
        Command::Explain(options) => explain::run(options, &environment),
        Command::List(options) => list::run(options, &environment),
        Command::Schema(options) => schema::run(options, &environment),
        Command::Serve(options) => serve::run(options, &environment),
        Command::Manual(options) => manual::run(options, &environment),
        Command::Probe(options) => probe::run(options, &environment),
    };
    exit.into()
}

/// Prints the requested help, or what is wrong with the arguments.
fn tell(refused: &Refused) -> Exit {
    if !refused.asked_for {
        print_error(refused.text.trim_end());
        return Exit::Failure;
    }
    match print(|out| out.write_all(refused.text.as_bytes())) {
        Ok(()) => Exit::Clean,
        Err(_) => Exit::Failure,
    }
}
