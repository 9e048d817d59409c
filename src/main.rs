//! The program: hands over to [`weibao::cli`].

use std::process::ExitCode;

fn main() -> ExitCode {
    weibao::cli::main()
}
