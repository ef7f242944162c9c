//! What the window knows about the request it is at: the draft, what is said of its names, the key that is
//! used again, how far the making is.

pub mod edit;
pub mod spec;

use std::ops::Range;
use std::path::PathBuf;
use std::sync::Arc;

use crate::core::artifact::ArtifactId;
use crate::core::csr::NewKey;
use crate::core::csr::create::Created;
use crate::core::csr::names::Advice;
use crate::core::csr::start::Dropped;
use crate::core::kdf::Hash;
use crate::core::key::PrivateKey;
use crate::core::problem::Failure;
use crate::core::secret::Secret;

use super::convert::PasswordFacts;
use super::drafts::csr::{CommonName, CsrDraft, Custom, Field, KeyFrom, Level, OtherKind, Step};
use super::model::JobNumber;

/// A change of the draft; each one can be taken back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    AddCustom,
    AddField(Field),
    /// A name joins the list.
    AddName(String),
    AddOther(OtherKind),
    ChooseCommonName(CommonName),
    ChooseHash(Option<Hash>),
    ChooseKey(NewKey),
    ChooseLevel(Level),
    GoTo(Step),
    /// A name stays although something is said of it.
    Keep(Box<str>),
    LeaveKeyOpen(bool),
    MustStaple(bool),
    ReadableBy(String),
    RemoveCustom(usize),
    RemoveField(Field, usize),
    RemoveOther(usize),
    SetCsrFile(String),
    SetCustom(usize, Custom),
    SetCustomUsage(String),
    SetField(Field, usize, String),
    SetFolder(String),
    SetKeyFile(String),
    SetNames(String),
    SetOther(usize, String),
    ShowAllFields(bool),
    ShowTwin(usize),
    TakeKeyFrom(KeyFrom),
    /// These parts of the pasted text go.
    TakeOut(Vec<Range<usize>>),
    /// Bits of the key usage.
    ToggleKeyUsage(u16),
    /// An extended key usage by OID.
    ToggleUsage(&'static str),
    WritePasswordFile(bool),
}

/// What a file is read for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ReadFor {
    /// Its private key is used for the request.
    Key,
    /// The request begins with what its certificate or request says.
    Start,
}

/// Something done in the panel of requests.
pub enum CsrAction {
    /// Begins with a certificate or request that is open.
    Begin(ArtifactId),
    /// Asks for the folder of the files.
    AskFolder,
    /// Asks for a file to read.
    AskRead(ReadFor),
    Change(Change),
    /// What can be said of the password now; nothing of one that is empty.
    Describe(Option<PasswordFacts>),
    /// Drops the draft.
    Discard,
    /// Makes a new password.
    Generate,
    /// The app's answer to [`super::Effect::GenerateKeyPassword`]; `None` where the system gave no random bytes.
    Generated(Option<Arc<Secret>>),
    /// Makes key and request.
    Make(Order),
    /// Drops a saved profile.
    ForgetProfile(usize),
    /// Reads a file.
    Read(ReadFor, PathBuf),
    /// Keeps the fields of the organisation under this name.
    SaveProfile(String),
    /// The generated password has arrived in its field.
    TakeGenerated,
    /// Fills in the fields of a saved profile.
    UseProfile(usize),
}

/// What the making needs beside the draft.
pub struct Order {
    /// Password of the key's file.
    pub password: Option<Arc<Secret>>,
    pub key_path: PathBuf,
    pub csr_path: PathBuf,
}

/// Why a file gave no key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeyTrouble {
    /// It could not be read.
    Failed(Failure),
    /// It holds something locked.
    Locked,
    /// There is no private key in it.
    NoKey,
    /// It holds keys that differ; which one is meant is the user's to say.
    Several,
}

/// A key out of a file of its own.
#[derive(Clone)]
pub struct KeyFile {
    pub path: PathBuf,
    pub key: Result<Arc<PrivateKey>, KeyTrouble>,
}

/// How far the making is.
#[derive(Default)]
pub enum Progress {
    #[default]
    NotMade,
    Making(JobNumber),
    /// The user stopped it.
    Cancelled,
    Failed(Failure),
    Done(Arc<Created>),
}

/// The request the window is at.
#[derive(Default)]
pub struct Csr {
    pub draft: CsrDraft,
    /// What is said of the names of the draft.
    pub advice: Arc<Advice>,
    /// What is known of the password of the key.
    pub password: Option<PasswordFacts>,
    /// A new password on its way into its field.
    pub generated: Option<Arc<Secret>>,
    /// The key of a file that was read for it.
    pub key_file: Option<KeyFile>,
    pub progress: Progress,
    /// What is not taken over from what was begun with.
    pub dropped: Vec<Dropped>,
    /// Why the file that was to begin with gave nothing.
    pub not_started: Option<KeyTrouble>,
    /// Where files go unasked; set by the app.
    pub home: Option<PathBuf>,
    /// Files that are in the way, as far as known.
    pub taken: Vec<PathBuf>,
    /// Grows with every new request; a password that was typed belongs to one number.
    pub number: u64,
    /// Grows with every change, for the views.
    pub revision: u64,
}

impl Csr {
    /// A key that was open belongs to what was open then; numbers of artifacts mean others now.
    pub fn forget_open_key(&mut self) {
        if matches!(self.draft.key_from, KeyFrom::Open(_)) {
            self.draft.key_from = KeyFrom::New;
        }
        self.revision += 1;
    }
}
