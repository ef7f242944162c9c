//! Every way in which a server keeps a client out, from servers that really do so.

mod here;
mod hostile;
#[cfg(feature = "peer-tests")]
mod peers;
mod scene;
mod ways;
