//! Everything an operation may touch, in one owner.

use std::path::PathBuf;

use super::clock::SystemClock;
use super::database::Database;
use super::dial::Servers;
use super::dns::NameServers;
use super::elevation::SystemElevation;
use super::files::SYSTEM_FILES;
use super::parallel::Threads;
use super::random::SystemRandom;
use super::stores::SystemStores;
use super::web::SystemWeb;
use crate::core::env::{Env, IisHost};

#[cfg(windows)]
static IIS: &dyn IisHost = &super::windows::iis::WindowsIis;
#[cfg(not(windows))]
static IIS: &dyn IisHost = &crate::core::env::NoIis;

/// The real world.
#[derive(Default)]
pub struct World {
    database: Database,
    dial: Servers,
    dns: NameServers,
    web: SystemWeb,
}

impl World {
    /// Costs nothing; every part is opened when it is asked.
    pub fn new() -> Self {
        Self::default()
    }

    /// The same with its database in this folder instead of the user's own.
    pub fn in_folder(data: PathBuf) -> Self {
        Self {
            database: Database::in_folder(data),
            ..Self::default()
        }
    }

    /// The world as core sees it.
    pub fn env(&self) -> Env<'_> {
        Env {
            files: &SYSTEM_FILES,
            clock: &SystemClock,
            parallel: &Threads,
            random: &SystemRandom,
            stores: &SystemStores,
            iis: IIS,
            elevation: &SystemElevation,
            ledger: &self.database,
            dns: &self.dns,
            web: &self.web,
            dial: &self.dial,
        }
    }
}
