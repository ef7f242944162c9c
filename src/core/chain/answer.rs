//! What was found about a chain: every path that was judged, the best first.

use std::sync::Arc;

use crate::core::finding::{Finding, Severity};
use crate::core::x509::Certificate;
use crate::core::x509::signature::SignatureVerdict;

/// All paths of one certificate.
#[derive(Clone)]
pub struct Answer {
    /// The certificate asked about.
    pub target: Arc<Certificate>,
    /// The paths, best first; never empty.
    pub paths: Vec<JudgedPath>,
    /// What concerns the search rather than one path.
    pub findings: Vec<Finding>,
}

/// One path with its verdicts.
#[derive(Clone)]
pub struct JudgedPath {
    /// The certificates, the one asked about first.
    pub steps: Vec<Step>,
    /// How it ends.
    pub ending: Ending,
    /// What path validation found (RFC 5280 section 6).
    pub findings: Vec<Finding>,
    /// What the rules on form found.
    pub form: Vec<Finding>,
}

/// One certificate on a path.
#[derive(Clone)]
pub struct Step {
    /// The certificate.
    pub certificate: Arc<Certificate>,
    /// Whether the signature on it is by the next one's key; `None` for the last.
    pub signed: Option<SignatureVerdict>,
    /// Whether it comes from the trusted roots rather than from what was opened.
    pub is_anchor: bool,
}

/// How a path ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ending {
    /// At a trusted root, the last step.
    Trusted,
    /// At a self-signed certificate that is not trusted, the last step.
    UntrustedRoot,
    /// Nobody is called like the issuer of the last step.
    MissingIssuer,
    /// The last step is called like the issuer of the one before, and its key did not sign it.
    WrongSignature,
    /// At the limit of length.
    TooLong,
}

impl JudgedPath {
    /// Whether path validation has nothing against it.
    pub fn is_sound(&self) -> bool {
        self.ending == Ending::Trusted && count(&self.findings, Severity::Error) == 0
    }

    /// Whether nothing at all is wrong with it, rules on form included.
    pub fn is_valid(&self) -> bool {
        self.is_sound() && count(&self.form, Severity::Error) == 0
    }

    /// Whether it ends at a trusted root.
    pub fn is_trusted(&self) -> bool {
        self.ending == Ending::Trusted
    }

    /// The trusted root at its end.
    pub fn anchor(&self) -> Option<&Arc<Certificate>> {
        let last = self.steps.last().filter(|_| self.is_trusted());
        last.map(|step| &step.certificate)
    }

    /// The issuers, nearest first, the root included.
    pub fn issuers(&self) -> impl Iterator<Item = &Arc<Certificate>> {
        self.steps.iter().skip(1).map(|step| &step.certificate)
    }

    /// All findings on it.
    pub fn all_findings(&self) -> impl Iterator<Item = &Finding> {
        self.findings.iter().chain(&self.form)
    }

    /// The most specific error: what a person should read first.
    pub fn headline(&self) -> Option<&Finding> {
        let errors = |finding: &&Finding| finding.severity == Severity::Error;
        let path = self.findings.iter().filter(errors);
        path.chain(self.form.iter().filter(errors))
            .min_by_key(|finding| super::headline::rank(finding))
    }

    /// Better ones are less.
    pub(super) fn rank(&self) -> impl Ord + use<> {
        let errors = count(&self.findings, Severity::Error);
        let form_errors = count(&self.form, Severity::Error);
        let warnings = count(&self.findings, Severity::Warning);
        let length = self.steps.len();
        let (ending, length) = match self.ending {
            Ending::Trusted => (0, length),
            Ending::UntrustedRoot => (1, length),
            // Without a root, the longest path tells most.
            Ending::MissingIssuer => (2, usize::MAX - length),
            Ending::WrongSignature => (3, usize::MAX - length),
            Ending::TooLong => (4, length),
        };
        (
            !self.is_valid(),
            !self.is_sound(),
            ending,
            errors,
            form_errors,
            warnings,
            length,
        )
    }
}

impl Answer {
    /// The best path.
    pub fn best(&self) -> Option<&JudgedPath> {
        self.paths.first()
    }

    /// Whether some path is sound.
    pub fn is_sound(&self) -> bool {
        self.paths.iter().any(JudgedPath::is_sound)
    }

    /// Whether some path is sound and well formed.
    pub fn is_valid(&self) -> bool {
        self.paths.iter().any(JudgedPath::is_valid)
    }

    /// Paths that end at a trusted root.
    pub fn trusted(&self) -> impl Iterator<Item = &JudgedPath> {
        self.paths.iter().filter(|path| path.is_trusted())
    }
}

fn count(findings: &[Finding], severity: Severity) -> usize {
    findings
        .iter()
        .filter(|finding| finding.severity == severity)
        .count()
}
