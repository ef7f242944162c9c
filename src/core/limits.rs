//! Every limit against hostile input in one place. Reaching one is a finding, never a silent cut.

/// Entries of one archive.
pub const ARCHIVE_ENTRIES: usize = 10_000;
/// Bytes of one file, inside an archive or outside (64 MiB).
pub const FILE_BYTES: u64 = 64 << 20;
/// Bytes of everything one archive holds, nested ones included (256 MiB).
pub const ARCHIVE_TOTAL_BYTES: u64 = 256 << 20;
/// Unpacked size over packed size of one entry, judged from [`ARCHIVE_RATIO_FLOOR`] on.
pub const ARCHIVE_RATIO: u64 = 200;
/// Entries below this size are never called a bomb for their ratio (1 MiB).
pub const ARCHIVE_RATIO_FLOOR: u64 = 1 << 20;
/// Archives inside archives.
pub const ARCHIVE_DEPTH: usize = 3;
/// Files and folders of one opened folder.
pub const FOLDER_ENTRIES: usize = 50_000;
/// Folders inside folders.
pub const FOLDER_DEPTH: usize = 32;
/// Characters of one PEM block (4 MiB).
pub const PEM_BLOCK_BYTES: usize = 4 << 20;
/// Blocks of one PEM file.
pub const PEM_BLOCKS: usize = 20_000;
/// Nesting of DER values.
pub const DER_DEPTH: usize = 32;
/// Bits of an RSA modulus.
pub const RSA_BITS: usize = 16_384;
/// Certificates in the pool from which chains are built.
pub const CHAIN_POOL: usize = 10_000;
/// Signature checks spent on the chains of one bundle, in checks of an ordinary key.
pub const CHAIN_SIGNATURES: usize = 40_000;
/// Signature checks spent on the paths of one certificate.
pub const CHAIN_SEARCH_SIGNATURES: usize = 4_000;
/// Certificates looked at on the way to the paths of one certificate.
pub const CHAIN_STEPS: usize = 6_000;
/// Paths of one certificate that are judged.
pub const CHAIN_PATHS: usize = 100;
/// Paths of one certificate that are kept for the report.
pub const CHAIN_PATHS_KEPT: usize = 12;
/// Certificates of one path, leaf and root included.
pub const CHAIN_LENGTH: usize = 24;
/// Names compared with name constraints on one path.
pub const NAME_COMPARISONS: usize = 250_000;
/// Nodes of the policy graph of one path.
pub const POLICY_NODES: usize = 20_000;
/// Iterations of one PBKDF2 or PKCS#12 derivation that will be run at all.
pub const KDF_ITERATIONS: u64 = 10_000_000;
/// Memory of one scrypt derivation (128 MiB).
pub const SCRYPT_BYTES: u64 = 128 << 20;
/// Passwords tried on one container without asking.
pub const AUTO_CANDIDATES: usize = 16;
/// Iterations spent on automatic tries over a whole bundle (about 5 s).
pub const AUTO_ITERATIONS: u64 = 20_000_000;
/// Lines read from one password file.
pub const PASSWORD_FILE_LINES: usize = 16;
/// Bytes of a file that can be a password file.
pub const PASSWORD_FILE_BYTES: usize = 4096;
/// Entries of one keystore.
pub const KEYSTORE_ENTRIES: usize = 10_000;
/// Alternative names kept of one certificate; further ones are counted, not kept.
pub const NAMES_KEPT: usize = 10_000;
/// Attributes of one distinguished name; a name with more is refused as damaged.
pub const NAME_ATTRIBUTES: usize = 1_000;
/// Extensions read of one certificate.
pub const EXTENSIONS: usize = 1_000;
/// Usages or policies kept of one certificate.
pub const OIDS_KEPT: usize = 1_000;
/// Addresses kept of one certificate.
pub const URLS_KEPT: usize = 100;
/// Bytes written out as hex where a value is not understood.
pub const HEX_KEPT: usize = 1_024;
/// Seconds for the address behind a name.
pub const WEB_RESOLVE_SECS: u64 = 5;
/// Seconds for opening a connection, and again for agreeing on encryption.
pub const WEB_CONNECT_SECS: u64 = 5;
/// Seconds of waiting for an answer, and again for reading it.
pub const WEB_READ_SECS: u64 = 10;
/// Seconds for one question with everything, redirects included.
pub const WEB_WHOLE_SECS: u64 = 20;
/// Questions asked at the same time.
pub const WEB_AT_ONCE: usize = 4;
/// Addresses of one host that are tried.
pub const WEB_ADDRESSES: usize = 4;
/// Redirects followed.
pub const WEB_REDIRECTS: u32 = 5;
/// Bytes of an answer's status line and headers (64 KiB).
pub const WEB_HEADER_BYTES: usize = 64 << 10;
/// Bytes of a page that stands where a CA looks for its file (1 MiB).
pub const WEB_FILE_BYTES: u64 = 1 << 20;
/// Addresses of one family at which a file is looked for; a CA may ask any of them.
pub const FILE_ADDRESSES: usize = 16;
/// Redirects followed on the way to a CA's file.
pub const FILE_REDIRECTS: usize = 10;
/// Seconds for one way to a CA's file with all its redirects; nothing further is asked after that.
pub const FILE_WAY_SECS: u64 = 60;
/// Bytes of a downloaded certificate or collection (1 MiB).
pub const WEB_CERTIFICATE_BYTES: u64 = 1 << 20;
/// Certificates whose issuer is asked for, one above the other.
pub const AIA_STEPS: usize = 4;
/// Addresses asked for one issuer.
pub const AIA_URLS: usize = 4;
/// Certificates of one answer that are tried as the issuer.
pub const AIA_CANDIDATES: usize = 16;
/// Bytes of a text from which the names of an order are read (1 MiB).
pub const ORDER_BYTES: usize = 1 << 20;
/// Names of one order.
pub const ORDER_NAMES: usize = 10_000;
/// Nodes of one IIS configuration: elements and the text between them.
pub const IIS_NODES: u32 = 3_000_000;
/// Bytes of one attribute of an IIS configuration, its name included (256 KiB).
pub const IIS_ATTRIBUTE_BYTES: usize = 256 << 10;
/// Files of a folder that are looked at for what a server's folder of listings holds.
pub const IIS_FOLDER_FILES: usize = 200;
/// Sites whose `web.config` is read along with the server's configuration.
pub const IIS_WEB_CONFIGS: usize = 2_000;
/// Records of acts on one configuration file.
pub const UNDO_RECORDS: usize = 10_000;
/// Bytes of one such record (16 MiB).
pub const UNDO_RECORD_BYTES: u64 = 16 << 20;
/// Bytes of a saved listing of http.sys (64 MiB).
pub const IIS_LISTING_BYTES: usize = 64 << 20;
/// Entries of a saved listing of http.sys.
pub const IIS_LISTING_ENTRIES: usize = 200_000;
/// Bytes of a saved listing of certificate stores (64 MiB).
pub const STORE_LISTING_BYTES: usize = 64 << 20;
/// Lines of one such listing.
pub const STORE_LISTING_LINES: usize = 4_000_000;
/// Certificates of one such listing.
pub const STORE_LISTING_CERTIFICATES: usize = 100_000;
/// Questions to name servers of one run, or of one round of a watch.
pub const DNS_QUESTIONS: usize = 4_000;
/// Labels of a name to which the way is walked from a root.
pub const DNS_WALK_LABELS: usize = 64;
/// Milliseconds of one walk from a root to a name (20 s), those for addresses of servers within it included.
pub const DNS_WALK_MS: u64 = 20_000;
/// Walks for the address of a name server within the walk that needs it, one in the other.
pub const DNS_WALKS_WITHIN: usize = 4;
/// Name servers of one zone.
pub const DNS_ZONE_SERVERS: usize = 20;
/// Addresses of one name server.
pub const DNS_SERVER_ADDRESSES: usize = 4;
/// Aliases followed from one name.
pub const DNS_ALIASES: usize = 16;
/// Milliseconds for one question to a name server, with everything: asked again, and over TCP.
pub const DNS_ANSWER_MS: u64 = 3_000;
/// Milliseconds after which a question over UDP is sent once more.
pub const DNS_AGAIN_MS: u64 = 1_000;
/// Questions to name servers on their way at the same time.
pub const DNS_AT_ONCE: usize = 256;
/// Bytes of one answer of a name server; a message over TCP cannot be larger (64 KiB).
pub const DNS_ANSWER_BYTES: usize = 64 << 10;
/// Records of one answer of a name server.
pub const DNS_RECORDS: usize = 5_000;
/// Datagrams that are no answer to the question and are put up with while waiting for the one that is.
pub const DNS_FOREIGN: usize = 64;
/// Characters of an extended error (RFC 8914).
pub const DNS_ERROR_CHARS: usize = 1_024;
/// Extended errors of one answer.
pub const DNS_ERRORS: usize = 16;
/// Bytes of the hosts file (1 MiB).
pub const HOSTS_BYTES: u64 = 1 << 20;
/// Lines of the hosts file.
pub const HOSTS_LINES: usize = 10_000;
/// Milliseconds for opening a connection that is only looked at.
pub const DIAL_CONNECT_MS: u64 = 5_000;
/// Connections to one server that are open at the same time while it is looked at.
pub const DIAL_AT_ONCE: usize = 4;
/// Connections to all servers together that are open at the same time while they are looked at.
pub const DIAL_ALL_AT_ONCE: usize = 128;
/// Milliseconds between two connections to one server.
pub const DIAL_GAP_MS: u64 = 3;
/// Connections opened to find out what one server accepts.
pub const SCAN_CONNECTIONS: usize = 300;
/// Milliseconds without a byte after which a server counts as silent.
pub const TALK_QUIET_MS: u64 = 5_000;
/// Milliseconds of one conversation once the connection is open.
pub const TALK_WHOLE_MS: u64 = 10_000;
/// Bytes heard of one conversation (1 MiB).
pub const TALK_BYTES: usize = 1 << 20;
/// Bytes of one handshake message, a list of certificates among them (256 KiB).
pub const HANDSHAKE_BYTES: usize = 256 << 10;
/// Certificates of one list that a server sends.
pub const SERVED_CERTIFICATES: usize = 100;
/// Addresses of one name that are called.
pub const DIAL_ADDRESSES: usize = 16;
/// Bytes of a page or style sheet whose parts are looked at (4 MiB).
pub const PAGE_BYTES: u64 = 4 << 20;
/// Style sheets and frames of one page that are read.
pub const PAGE_SHEETS: usize = 24;
/// Addresses of one page or style sheet that are looked at.
pub const PAGE_ADDRESSES: usize = 20_000;
/// Bytes of all addresses of one page and its style sheets (8 MiB).
pub const PAGE_ADDRESS_BYTES: usize = 8 << 20;
/// Style sheets imported by one another that are read.
pub const PAGE_IMPORTS: usize = 4;
/// Bytes read of a part that is asked whether it leads elsewhere (64 KiB).
pub const PAGE_PART_BYTES: u64 = 64 << 10;
/// Parts of one page whose address is asked for redirects.
pub const PAGE_PARTS: usize = 48;
/// Parts of one page that are kept for the report.
pub const PAGE_PARTS_KEPT: usize = 2_000;
/// Redirects followed from a page's address.
pub const PAGE_REDIRECTS: usize = 10;
/// Milliseconds spent on the parts of one page (15 s).
pub const PAGE_WHOLE_MS: u64 = 15_000;
/// Certificates that an OCSP answer speaks of, at most.
pub const OCSP_ANSWERS: usize = 64;
/// Certificates that come along with an OCSP answer, at most.
pub const OCSP_CERTIFICATES: usize = 8;
/// Seconds by which an OCSP answer may be ahead of this computer's clock.
pub const OCSP_SKEW_SECS: i64 = 300;
