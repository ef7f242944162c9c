#!/usr/bin/env bash
# Make the sample bundle and the root that its story is judged with. Needs
# openssl 3.0, keytool, zip, python3. Keys and passwords here protect nothing.
# On purpose IIS/keystorePass.txt does not open the PFX: a story needs a problem.
# The password that does open it is "sample-pfx-opens".
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$here/../../tests/fixtures/make/common.sh"
need openssl keytool zip python3

org="/C=SG/O=Example Trust"
cd "$scratch"

new_key rsa2048 root.key
new_key rsa2048 ca.key
new_key rsa2048 leaf.key

start=20200115000000Z end=20450114235959Z serial=4e7c21d05b93a86f18e2 \
  issue root.pem root.key "$org/CN=Example Trust Root R4" self < <(ca_extensions)
start=20240301000000Z end=20340228235959Z serial=27b8d4905f3e6ac10b72 \
  issue ca.pem ca.key "$org/CN=Example Trust DV TLS CA 3" root < <(intermediate_extensions)
serial=0a6f3c915ed248b711c07ea4923d58f6 \
  issue leaf.pem leaf.key "/CN=$name" ca < <(leaf_extensions 2.23.140.1.2.1 $name www.$name)

mkdir -p bundle/{Apache,IIS,Nginx,Tomcat}
cp ca.pem bundle/Apache/1_root_bundle.crt
cp leaf.pem bundle/Apache/2_$name.crt
cp leaf.key bundle/Apache/3_$name.key
cat leaf.pem ca.pem >bundle/Nginx/1_${name}_bundle.crt
cp leaf.key bundle/Nginx/2_$name.key
pfx bundle/IIS/$name.pfx sample-pfx-opens leaf.key leaf.pem ca.pem -name $name
printf 'k4WmT9xQzR2v' >bundle/IIS/keystorePass.txt
jks bundle/Tomcat/$name.jks h7LpC3nYdE8s leaf.key leaf.pem ca.pem $name
printf 'h7LpC3nYdE8s' >bundle/Tomcat/keystorePass.txt
request bundle/$name.csr leaf.key "/CN=$name" -addext "subjectAltName=DNS:$name,DNS:www.$name"

# The story must be the one intended, by the tools that made it.
openssl verify -attime "$judged_at" -CAfile root.pem -untrusted ca.pem leaf.pem >/dev/null
refuses openssl pkcs12 -in bundle/IIS/$name.pfx -noout -passin file:bundle/IIS/keystorePass.txt
openssl pkcs12 -in bundle/IIS/$name.pfx -noout -passin pass:sample-pfx-opens 2>/dev/null
keytool -list -keystore bundle/Tomcat/$name.jks -storepass "$(cat bundle/Tomcat/keystorePass.txt)" >/dev/null 2>&1

pack "$here/$name.zip" bundle -D
cp root.pem "$here/root.pem"
