//! Keystores that are written here, as openssl, keytool, certtool and pk12util read them.

mod openssl;
mod scene;
