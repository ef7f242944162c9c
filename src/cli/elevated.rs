//! `elevated`: what the window starts once, with the rights of an administrator, for one act. It stands in
//! no help: people use `iis apply`.

use std::path::PathBuf;
use std::process::ExitCode;

use super::output::{fail, say};
use crate::core::artifact::Fingerprint;
use crate::core::iis::elevated;
use crate::core::op::Report;
use crate::platform::World;
use crate::text::{Lang, report};

#[derive(clap::Args)]
pub struct Elevated {
    #[arg(long, value_name = "FILE")]
    pub plan: PathBuf,
    #[arg(long, value_name = "HASH", value_parser = sha256)]
    pub sha256: Fingerprint,
}

fn sha256(text: &str) -> Result<Fingerprint, String> {
    Fingerprint::parse(text).ok_or_else(|| "expected 64 hexadecimal digits".to_owned())
}

/// Carries the plan out.
pub fn elevated(lang: Lang, asked: &Elevated) -> ExitCode {
    let world = World::new();
    match elevated::run(&asked.plan, &asked.sha256, &world.env()) {
        Ok(acted) => {
            let told = report::render(lang, &Report::IisActed(Box::new(acted)));
            say(&mut std::io::stdout(), &told);
            ExitCode::SUCCESS
        }
        Err(failure) => fail(lang, &failure),
    }
}
