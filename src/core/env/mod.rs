//! What the world must offer to core: files, a clock, random bytes, several workers, the system's certificate store, the running IIS, name servers, the web.
//! `platform` implements these; tests use [`memory`].

mod access;
mod dial;
mod dns;
mod elevation;
mod exchange;
mod files;
mod iis;
mod ledger;
pub mod memory;
mod parallel;
mod stores;
mod web;

pub use access::{Access, Reader, Readers};
pub use dial::{
    Call, Dialer, Listener, NoDialer, Patience, Script, TalkEnd, TalkTimes, Talked, Turn,
};
pub use dns::{
    Dns, DnsAnswer, DnsFault, DnsName, DnsQuestion, DnsRecord, DnsReply, DnsServer, NO_ERROR,
    NO_SUCH_NAME, NoDns, REFUSED, RecordData, RecordType, SERVER_FAILURE, SystemDns, Transport,
};
pub use elevation::{Elevated, Elevation, ElevationFault, NoElevation, command_line};
pub use exchange::{ExchangeFault, Guard, LockedFault};
pub use files::{Entry, EntryKind, FileFault, Files};
pub use iis::{CentralStore, HostFault, IisHost, NoIis};
pub use ledger::{Ledger, NoLedger};
pub use parallel::{OneByOne, Parallel, apart, map};
pub use stores::{CertStores, SystemOpinion, SystemQuestion};
pub use web::{
    AddressRange, Contact, Planned, Scheme, Target, WebAnswer, WebBody, WebCause, WebClient,
    WebFault, WebPhase, WebRequest, WebUrl, plan, range_of,
};

use crate::core::progress::{Cancelled, Progress, check};
use crate::core::time::Moment;

/// The clock.
pub trait Clock: Sync {
    /// Now, in UTC.
    fn now(&self) -> Moment;

    /// Milliseconds since some moment before, never going back, for telling how long something took.
    fn ticks(&self) -> u64 {
        0
    }

    /// Rests for so many milliseconds, or until nobody wants the result any more. A clock that stands still
    /// does not rest.
    ///
    /// # Errors
    /// [`Cancelled`].
    fn rest(&self, _milliseconds: u64, progress: &dyn Progress) -> Result<(), Cancelled> {
        check(progress)
    }
}

/// Bytes nobody can guess, for salts, keys and passwords.
pub trait Random: Sync {
    /// Fills the whole slice. Fails only where the system's generator does; nothing may be made from it then.
    fn fill(&self, bytes: &mut [u8]) -> Result<(), RandomFault>;
}

/// The system's generator of random bytes failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no random bytes from the system")]
pub struct RandomFault;

/// Everything an operation may touch.
#[derive(Clone, Copy)]
pub struct Env<'a> {
    /// Files and folders.
    pub files: &'a dyn Files,
    /// The clock.
    pub clock: &'a dyn Clock,
    /// Worker threads for batches.
    pub parallel: &'a dyn Parallel,
    /// Random bytes.
    pub random: &'a dyn Random,
    /// The system's certificate stores.
    pub stores: &'a dyn CertStores,
    /// The running IIS, on Windows.
    pub iis: &'a dyn IisHost,
    /// Rights of an administrator, asked for once per act.
    pub elevation: &'a dyn Elevation,
    /// The ledger of requests.
    pub ledger: &'a dyn Ledger,
    /// Name servers, asked on click only.
    pub dns: &'a dyn Dns,
    /// Web servers, asked on click only.
    pub web: &'a dyn WebClient,
    /// Conversations with servers, on click only.
    pub dial: &'a dyn Dialer,
}
