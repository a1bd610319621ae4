// The one script of a recording link and its few lines of style: record or choose, listen, send; for a phone of ten years ago.
// It must never fetch anything but send this recording to the address the page came from.

/** Half an hour, as the service takes it; 32 MB likewise. */
const SECONDS_MAX = 1_800;
const BYTES_MAX = 33_554_432;

/** ES5 with closures: no module, nothing that an Android 6 browser does not have. Words come from the form. */
export const LINK_SCRIPT = `(function(){
'use strict';
function at(id){return document.getElementById(id)}
var form=at('thu');if(!form)return;
var say=form.dataset,file=null,recorder=null,began=0,timer=0,going=false;
function tell(text){at('bao').textContent=text}
function show(id,on){at(id).hidden=!on}
function take(blob){file=blob;show('nghe',true);at('rieng').src=URL.createObjectURL(blob);tell('')}
at('tep').addEventListener('change',function(){
  var chosen=this.files[0];if(!chosen)return;
  if(chosen.size>${BYTES_MAX}){this.value='';tell(say.large);return}
  take(chosen)});
var can=window.MediaRecorder&&navigator.mediaDevices&&navigator.mediaDevices.getUserMedia;
show('micro',!!can);show('khong',!can);
function two(n){return(n<10?'0':'')+n}
function clock(){
  var s=Math.floor((Date.now()-began)/1000);
  at('gio').textContent=say.running+' '+two(Math.floor(s/60))+':'+two(s%60);
  if(s>=${SECONDS_MAX}){stop();tell(say.longest)}}
function stop(){if(recorder&&recorder.state!=='inactive')recorder.stop()}
function over(stream){
  clearInterval(timer);recorder=null;at('bam').textContent=say.again;at('gio').textContent='';
  stream.getTracks().forEach(function(track){track.stop()})}
function record(stream){
  var parts=[];
  recorder=new MediaRecorder(stream);
  recorder.addEventListener('dataavailable',function(event){if(event.data.size)parts.push(event.data)});
  recorder.addEventListener('stop',function(){
    var type=parts.length?parts[0].type:'';over(stream);
    if(parts.length){at('tep').value='';take(new Blob(parts,{type:type}))}});
  recorder.start(1000);began=Date.now();at('bam').textContent=say.stop;tell('');clock();
  timer=setInterval(clock,500)}
if(can)at('bam').addEventListener('click',function(){
  if(recorder){stop();return}
  navigator.mediaDevices.getUserMedia({audio:true}).then(record,function(){tell(say.refused)})});
function fault(request){
  try{var e=JSON.parse(request.responseText).error;
    return document.documentElement.lang==='en'?e.message.en:e.message.vi}catch(_){return say.lost}}
function send(name){
  var request=new XMLHttpRequest();going=true;at('gui').disabled=true;show('tien',true);tell(say.sending);
  function failed(text){going=false;at('gui').disabled=false;show('tien',false);tell(text)}
  request.open('POST',form.getAttribute('action')+'?ten='+encodeURIComponent(name)+'&dong-y=1&loi='+encodeURIComponent(say.hash));
  request.setRequestHeader('content-type','application/octet-stream');
  request.upload.addEventListener('progress',function(event){if(event.lengthComputable)at('tien').value=event.loaded/event.total});
  request.upload.addEventListener('load',function(){at('tien').removeAttribute('value');tell(say.received)});
  request.addEventListener('load',function(){
    if(request.status===201){going=false;location.reload()}else failed(fault(request))});
  request.addEventListener('error',function(){failed(say.lost)});
  request.send(file)}
form.addEventListener('submit',function(event){
  event.preventDefault();if(going)return;stop();
  var name=at('ten').value.trim();
  if(!file)tell(say.nothing);else if(!name||!at('dong-y').checked)tell(say.consent);else send(name)});
window.addEventListener('beforeunload',function(event){if(going){event.preventDefault();event.returnValue=''}});
})();`;

export const LINK_STYLE = `article h2,article h3{margin:.25rem 0 .5rem}
.big{font-size:1.5rem;line-height:1.6}
.steps{padding-left:1.4rem}
[hidden]{display:none!important}
#micro .number{min-height:2.4rem;margin:0}
input[type=file],#ten{width:100%;margin:.3rem 0 1rem}
progress{width:100%;height:1.2rem}
#bao{min-height:1.6rem;font-weight:700}
label{display:block}
.pick{display:flex}
ul{padding-left:1.2rem}`;
