//! A plan as a file: what is wanted, of which version of the configuration, and which entries of http.sys
//! it counts on. Whoever carries it out makes the edits anew from that and takes none from the file.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::fix::Fix;
use super::{Ground, Plan, make};
use crate::core::artifact::Fingerprint;
use crate::core::iis::config::{self, ConfigFault, Source};
use crate::core::iis::history::PlanId;
use crate::core::iis::http_sys::SslEntry;
use crate::core::iis::version::IisVersion;
use crate::core::time::Moment;

/// What the file says it is.
const KIND: &str = "certwright-iis-plan";
/// The form written and read here.
const SCHEMA: u32 = 1;

/// A plan that can be kept, sent to somebody, and carried out later.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlanFile {
    kind: String,
    schema: u32,
    /// Its name.
    pub id: PlanId,
    /// When it was made.
    pub made: Moment,
    /// The configuration.
    pub config: PathBuf,
    /// SHA-256 of the configuration it was made of.
    pub sha256: Fingerprint,
    /// Version of IIS it was made for.
    pub version: Option<IisVersion>,
    /// What is wanted; refused wishes are left out.
    pub fixes: Vec<Fix>,
    /// Entries that http.sys needs before the configuration is changed.
    pub entries: Vec<SslEntry>,
}

/// Why a file is no plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, thiserror::Error)]
#[serde(rename_all = "kebab-case", tag = "why")]
pub enum PlanFileFault {
    /// Something else, in the reader's words.
    #[error("no plan: {detail}")]
    NotAPlan {
        /// The reader's words.
        detail: String,
    },
    /// Written by a newer version.
    #[error("schema {schema}")]
    Newer {
        /// Its schema.
        schema: u32,
    },
}

impl PlanFile {
    /// The accepted part of a plan as a file.
    pub fn of(plan: &Plan, config: &Path, sha256: Fingerprint, ground: &Ground<'_>) -> Self {
        let fixes: Vec<Fix> = plan.steps.iter().map(|step| step.fix.clone()).collect();
        let entries: Vec<SslEntry> = plan.entries().cloned().collect();
        let mut file = Self {
            kind: KIND.to_owned(),
            schema: SCHEMA,
            id: PlanId(String::new()),
            made: ground.now,
            config: config.to_owned(),
            sha256,
            version: ground.version,
            fixes,
            entries,
        };
        // The name follows from the content, so that one plan is one act in the history.
        let text = serde_json::to_vec(&file).unwrap_or_default();
        let digits = Fingerprint::of(&text).to_string();
        file.id = PlanId(digits.chars().take(12).collect());
        file
    }

    /// Reads a plan.
    ///
    /// # Errors
    /// When it is none, or of a newer form.
    pub fn parse(bytes: &[u8]) -> Result<Self, PlanFileFault> {
        #[derive(Deserialize)]
        struct Head {
            kind: String,
            schema: u32,
        }
        let not_a_plan = |error: serde_json::Error| PlanFileFault::NotAPlan {
            detail: error.to_string(),
        };
        let head: Head = serde_json::from_slice(bytes).map_err(not_a_plan)?;
        if head.kind != KIND {
            return Err(PlanFileFault::NotAPlan { detail: head.kind });
        }
        if head.schema != SCHEMA {
            return Err(PlanFileFault::Newer {
                schema: head.schema,
            });
        }
        serde_json::from_slice(bytes).map_err(not_a_plan)
    }

    /// The file's text.
    pub fn text(&self) -> String {
        let mut text = serde_json::to_string_pretty(self).unwrap_or_default();
        text.push('\n');
        text
    }

    /// Makes the plan anew of the configuration's bytes.
    ///
    /// # Errors
    /// When the bytes are no configuration.
    pub fn remake(&self, bytes: &[u8]) -> Result<Remade, ConfigFault> {
        let source = Source::read(bytes)?;
        let configuration = config::read(&source)?;
        let ground = Ground {
            source: &source,
            configuration: &configuration,
            version: self.version,
            entries: None,
            certificates: None,
            is_settled: true,
            now: self.made,
        };
        let plan = make(&ground, &self.fixes);
        Ok(Remade {
            plan,
            configuration,
            source,
        })
    }
}

/// A plan made anew, and what it was made of.
pub struct Remade {
    /// The plan.
    pub plan: Plan,
    /// What the file says.
    pub configuration: config::Configuration,
    /// Its text.
    pub source: Source,
}
