//! Every peer's files in all their flavours against our reader. The outcome of every cell is written down:
//! keys that a signature proves, certificates, other entries, and the findings with the reason.

mod bench;
mod gnutls;
mod java;
mod nss;
mod openssl;

/// One cell: what the peer was told to do, the passwords known, and what must come of it.
pub type Cell<'a> = (&'a str, &'a [&'a str], &'a [&'a str], &'a str);

/// Fails with every cell that came out differently.
pub fn judge(faults: Vec<String>) {
    assert!(
        faults.is_empty(),
        "{} cells came out differently:\n{}",
        faults.len(),
        faults.join("\n")
    );
}
