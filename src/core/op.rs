//! Every operation: its request, its report, how to run it. One line per operation and arm.

use std::path::PathBuf;
use std::sync::Arc;

use crate::core::bundle::{Chains, Inspection, chains, inspect, unlock};
use crate::core::chain::aia;
use crate::core::convert::{Converted, Made, run as convert, undo};
use crate::core::csr::{check, create};
use crate::core::diagnose;
use crate::core::env::Env;
use crate::core::iis::history::{History, Undone};
use crate::core::iis::store::import::PfxImport;
use crate::core::iis::{act, import, planned, scan};
use crate::core::ledger::ops as ledger;
use crate::core::problem::Failure;
use crate::core::progress::Progress;
use crate::core::save;

/// A valid request.
pub enum Request {
    /// Check a certificate request.
    CheckCsr(check::Request),
    /// Make a key and a certificate request.
    CreateCsr(create::Request),
    /// Make the files of a conversion in memory.
    Convert(convert::Request),
    /// Find out why a CA does not issue.
    Diagnose(Box<diagnose::Request>),
    /// Ask the addresses a certificate names for its issuer.
    FetchIssuers(aia::Request),
    /// Get the certificates that a server sends.
    FetchServed(diagnose::fetch::Request),
    /// Open sources and tell their story.
    Inspect(inspect::Request),
    /// Carry a plan for IIS out.
    IisApply(act::ApplyRequest),
    /// Bring a PFX into the stores of this computer.
    IisImport(import::Request),
    /// Look at what was done to a configuration.
    IisHistory(act::HistoryRequest),
    /// Make a plan for chosen bindings of IIS.
    IisPlan(planned::Request),
    /// Read the configuration of IIS and what belongs to it.
    IisScan(scan::Request),
    /// Take back what a plan did.
    IisUndo(act::UndoRequest),
    /// Judge every path of what was opened.
    JudgeChains(chains::Request),
    /// Ask the ledger of requests, or change it.
    Ledger(ledger::Request),
    /// Write one file.
    Save(save::Request),
    /// Take back what a conversion wrote.
    UndoConverted(undo::Request),
    /// Try one more password on what is still locked.
    Unlock(unlock::Request),
    /// Write the files of a conversion.
    WriteConverted(convert::WriteRequest),
}

/// What an operation found or did.
pub enum Report {
    /// Judged chains.
    Chains(Arc<Chains>),
    /// A certificate request was checked.
    CsrChecked(Arc<check::Checked>),
    /// A certificate request was made.
    CsrCreated(Arc<create::Created>),
    /// The files of a conversion were written.
    Converted(Arc<Converted>),
    /// Why a CA does not issue.
    Diagnosis(Arc<diagnose::Diagnosis>),
    /// A plan was carried out.
    IisActed(Box<act::Acted>),
    /// What was done to a configuration.
    IisHistory(PathBuf, Box<History>),
    /// A plan for chosen bindings of IIS.
    IisPlanned(Arc<planned::Planned>),
    /// A certificate was imported.
    IisImported(PathBuf, Box<PfxImport>),
    /// What IIS is set up to do, and what is wrong with it.
    IisScan(Arc<scan::Scan>),
    /// A configuration is as it was before a plan.
    IisUndone(PathBuf, Undone),
    /// The story of a bundle.
    Inspection(Arc<Inspection>),
    /// Issuers that were fetched, for the user to accept.
    Issuers(Arc<aia::Issuers>),
    /// What the ledger of requests answered.
    Ledger(Box<ledger::Answer>),
    /// The files of a conversion, in memory.
    Made(Arc<Made>),
    /// What a server sent.
    Served(Arc<diagnose::fetch::Fetched>),
    /// A file was written.
    Saved(save::Saved),
    /// These files are as they were before a conversion wrote them.
    Undone(Vec<PathBuf>),
}

/// How an operation ended.
pub enum Outcome {
    /// It ran to its end.
    Done(Report),
    /// It could not be done.
    Failed(Failure),
    /// Nobody wants it any more.
    Cancelled,
}

impl Request {
    /// Name for logs and the internal-fault problem.
    pub fn name(&self) -> &'static str {
        match self {
            Self::CheckCsr(_) => "check-csr",
            Self::CreateCsr(_) => "create-csr",
            Self::Convert(_) => "convert",
            Self::Diagnose(_) => "diagnose",
            Self::FetchIssuers(_) => "fetch-issuers",
            Self::FetchServed(_) => "fetch-served",
            Self::IisApply(_) => "iis-apply",
            Self::IisHistory(_) => "iis-history",
            Self::IisImport(_) => "iis-import",
            Self::IisPlan(_) => "iis-plan",
            Self::IisScan(_) => "iis-scan",
            Self::IisUndo(_) => "iis-undo",
            Self::Inspect(_) => "inspect",
            Self::JudgeChains(_) => "judge-chains",
            Self::Ledger(_) => "ledger",
            Self::Save(_) => "save",
            Self::UndoConverted(_) => "undo-converted",
            Self::Unlock(_) => "unlock",
            Self::WriteConverted(_) => "write-converted",
        }
    }
}

/// Runs one operation to its end on the caller's thread.
pub fn run(request: &Request, env: &Env<'_>, progress: &dyn Progress) -> Outcome {
    match request {
        Request::CheckCsr(request) => check::run(request, env, progress),
        Request::CreateCsr(request) => create::run(request, env, progress),
        Request::Convert(request) => convert::run(request, env, progress),
        Request::Diagnose(request) => diagnose::run(request, env, progress),
        Request::FetchIssuers(request) => aia::run(request, env, progress),
        Request::FetchServed(request) => diagnose::fetch::run(request, env, progress),
        Request::IisApply(request) => act::apply(request, env, progress),
        Request::IisImport(request) => import::run(request, env),
        Request::IisHistory(request) => act::look(request, env),
        Request::IisUndo(request) => act::undo(request, env),
        Request::IisPlan(request) => planned::run(request, env, progress),
        Request::IisScan(request) => scan::run(request, env, progress),
        Request::Inspect(request) => inspect::run(request, env, progress),
        Request::JudgeChains(request) => chains::run(request, env, progress),
        Request::Ledger(request) => ledger::run(request, env),
        Request::Save(request) => save::run(request, env),
        Request::UndoConverted(request) => undo::run(request, env),
        Request::Unlock(request) => unlock::run(request, env, progress),
        Request::WriteConverted(request) => convert::write(request, env, progress),
    }
}
