//! Keystores and keys that are written here, as openssl, keytool, certtool and pk12util read them.

mod forms;
mod gnutls;
mod java;
mod java_old;
mod nss;
mod openssl;
mod scene;
