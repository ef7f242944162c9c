//! What the app has to do in the world after an action.

use std::path::PathBuf;
use std::sync::Arc;

use crate::core::artifact::ArtifactId;
use crate::core::chain::Form;
use crate::core::op::Request;
use crate::core::secret::Secret;

use super::convert::PasswordOf;
use super::csr::ReadFor;
use super::model::JobNumber;

/// What is written to a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Saving {
    /// One certificate in DER.
    CertificateDer(ArtifactId),
    /// One certificate in PEM.
    CertificatePem(ArtifactId),
    /// A repaired chain: of which answer, in which form, with the root or without.
    Chain {
        answer: usize,
        form: Form,
        with_root: bool,
    },
    /// The one file of the conversion's result.
    Converted,
    /// The files of the conversion's result, into a folder.
    ConvertedFolder,
    /// Leaf and issuers of one identity in the order that servers send, in PEM.
    FullChain(usize),
    /// The edited configuration of IIS, for a server elsewhere or without the rights.
    IisCopy,
    /// The plan for IIS.
    IisPlan,
    /// The plan for IIS as a script for the server.
    IisScript,
    /// The story as text.
    Report,
    /// The ticket of a diagnosis as a page.
    TicketHtml,
    /// The report of a diagnosis for programs.
    TicketJson,
    /// The ticket of a diagnosis as text.
    TicketText,
}

/// What a system dialog was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Picked {
    /// Files to add to what is open.
    Added,
    /// A file that is read for the request.
    Csr(ReadFor),
    /// The folder of key and request.
    CsrFolder,
    Files,
    Folder,
    /// What to read of IIS.
    IisFiles,
    IisFolder,
    Save(Saving),
}

/// One thing to do in the world.
pub enum Effect {
    /// Stop a job.
    Cancel(JobNumber),
    /// Clear the clipboard if it still holds this password.
    ClearSecret(Arc<Secret>),
    /// Put text on the clipboard.
    Copy(String),
    /// Put a password on the clipboard, out of its history.
    CopySecret(Arc<Secret>),
    /// Make a new password for the key of a request; it comes back as an action.
    GenerateKeyPassword,
    /// Make a new password; it comes back as an action.
    GeneratePassword(PasswordOf),
    /// Show the system's dialog; its answer comes back as an action.
    Pick(Picked),
    /// Ask the window system for the clipboard's text.
    RequestPaste,
    /// Write a file. What it holds is made from the model as it is now.
    Save {
        job: JobNumber,
        what: Saving,
        path: PathBuf,
        replace: bool,
    },
    /// Start an operation.
    Start { job: JobNumber, request: Request },
    /// Write the settings.
    StoreSettings,
}
